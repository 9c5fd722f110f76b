/** Whether single keys act: the button itself holds it, as the server last knew it. */
export const keysAreOn = (): boolean =>
  document.querySelector('[data-keys]')?.getAttribute('aria-pressed') !== 'false';

/** Turn single keys off or on; both words stand ready. In a form, the choice is kept as well. */
export function switchKeys(button: HTMLElement): void {
  const on = !keysAreOn();
  button.setAttribute('aria-pressed', String(on));
  for (const word of button.querySelectorAll<HTMLElement>('[data-when]'))
    word.hidden = (word.dataset.when === 'on') !== on;
  const kept = button.closest('form')?.elements.namedItem('keys');
  if (kept instanceof HTMLInputElement) kept.value = on ? 'on' : 'off';
}
