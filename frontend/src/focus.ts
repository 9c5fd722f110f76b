import { onContent } from './on';

/** `data-focus`: what a person must read first, such as the summary of errors. */
export function focusFirst(): void {
  onContent(() => {
    const first = document.querySelector<HTMLElement>('[data-focus]');
    first?.removeAttribute('data-focus');
    first?.focus();
  });
}
