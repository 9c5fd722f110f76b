let on = true;

export const keysAreOn = (): boolean => on;

/** Turn single keys off or on; both words stand ready in the button. */
export function switchKeys(button: HTMLElement): void {
  on = !on;
  button.setAttribute('aria-pressed', String(on));
  for (const word of button.querySelectorAll<HTMLElement>('[data-when]'))
    word.hidden = (word.dataset.when === 'on') !== on;
}
