import { on } from './on';

const PRESSES = 3;
const WITHIN_MS = 1500;

/** Leave without a trace on the screen: blank first, since the next page may be slow. */
function leave(link: HTMLAnchorElement): void {
  document.documentElement.hidden = true;
  document.title = '';
  location.replace(link.href);
}

/** A link with `data-exit`, or three quick presses of Shift on a page that has one. */
export function quickExit(): void {
  on('click', 'a[data-exit]', (link, event) => {
    event.preventDefault();
    leave(link as HTMLAnchorElement);
  });

  let presses: number[] = [];
  document.addEventListener('keydown', (event) => {
    if (event.repeat) return;
    if (event.key !== 'Shift') {
      presses = []; // a capital letter is not a wish to leave
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
    const link = document.querySelector<HTMLAnchorElement>('a[data-exit]');
    if (link && presses.length >= PRESSES) leave(link);
  });
}
