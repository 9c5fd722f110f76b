import { sender } from './press';

const UNLOCK_MS = 20_000; // a server that never answers must not lock the page for ever

const locks = new WeakMap<HTMLFormElement, number>();

function mark(form: HTMLFormElement, submitter: HTMLElement | null, busy: boolean): void {
  const button = submitter ?? sender(form);
  if (busy) button?.setAttribute('aria-busy', 'true');
  for (const was of busy ? [] : form.querySelectorAll('[aria-busy]')) was.removeAttribute('aria-busy');
  if (!busy) button?.removeAttribute('aria-busy');
}

export function unlock(form: HTMLFormElement): void {
  window.clearTimeout(locks.get(form));
  locks.delete(form);
  mark(form, null, false);
}

/** A second press while the first is under way does nothing. Not for `data-many` forms. */
export function submitOnce(): void {
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      if (form.method !== 'post' || form.hasAttribute('data-many')) return;
      if (locks.has(form)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      locks.set(form, window.setTimeout(() => unlock(form), UNLOCK_MS));
      mark(form, event.submitter, true);
    },
    true,
  );
  // Coming back by the browser's own arrow shows the page as it was left: locked.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of document.forms) unlock(form);
  });
}
