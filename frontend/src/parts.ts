/** The only module that knows htmx: its events differ between versions 2 and 4. */
import { say } from './speak';
import { unlock } from './submit-once';

interface Answer extends Event {
  detail: { elt: Element; target: Element; xhr: XMLHttpRequest; shouldSwap: boolean };
}

const isPage = (text: string): boolean => /^\s*<!doctype/i.test(text);

/** Show one of the frame's prepared sentences: what was typed stays where it is. */
function trouble(when: 'failed' | 'signed-out'): void {
  const box = document.querySelector<HTMLElement>('[data-trouble]');
  if (!box) return;
  for (const line of box.querySelectorAll<HTMLElement>('[data-when]'))
    line.hidden = line.dataset.when !== when;
  box.hidden = false;
  box.scrollIntoView({ block: 'nearest' });
  document.dispatchEvent(new CustomEvent('part:failed'));
}

/** A whole page where a part was asked for: sign-in, or somewhere the server wants us to go. */
function wholePage(event: Answer): void {
  const { xhr } = event.detail;
  if (!isPage(xhr.responseText)) return;
  event.detail.shouldSwap = false;
  const path = new URL(xhr.responseURL, location.href).pathname;
  if (path === document.body.dataset.signIn) trouble('signed-out');
  else if (xhr.status < 400) location.href = xhr.responseURL;
  else trouble('failed');
}

export function parts(): void {
  document.addEventListener('htmx:beforeSwap', (event) => wholePage(event as Answer));
  document.addEventListener('htmx:afterRequest', (event) => {
    const form = (event as Answer).detail.elt.closest('form');
    if (form) unlock(form);
  });
  for (const failed of ['htmx:sendError', 'htmx:timeout'])
    document.addEventListener(failed, () => trouble('failed'));
  document.addEventListener('htmx:responseError', (event) => {
    if (!isPage((event as Answer).detail.xhr.responseText)) trouble('failed');
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    const box = document.querySelector<HTMLElement>('[data-trouble]');
    if (box) box.hidden = true;
    const news = document.querySelector<HTMLElement>('[data-say]');
    if (news) {
      say(news.textContent ?? '');
      news.removeAttribute('data-say');
    }
    document.dispatchEvent(new CustomEvent('part:replaced', { detail: event.target }));
  });
}
