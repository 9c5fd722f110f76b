import { on } from './on';

const open = (button: Element): boolean => button.getAttribute('aria-expanded') === 'true';
const set = (button: Element, to: boolean): void => button.setAttribute('aria-expanded', String(to));

/** Buttons that fold a menu on narrow screens; CSS hides what follows a folded button. */
export function fold(): void {
  on('click', '[data-fold]', (button) => set(button, !open(button)));

  // A <details> used as a menu closes when one looks elsewhere.
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]'))
      if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
    const button = document.querySelector<HTMLElement>('[data-fold][aria-expanded="true"]');
    if (button && button.parentElement?.contains(document.activeElement)) {
      set(button, false);
      button.focus();
    }
  });
}
