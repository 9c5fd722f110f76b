/** A second reading with single keys. Everything is done by links and buttons on the page. */
import { keysAreOn, switchKeys } from './keys';
import { on } from './on';

const one = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-${name}]`);
const KEYS: Record<string, () => void> = {
  j: () => one('after')?.click(),
  k: () => one('before')?.click(),
  r: () => one('stands')?.click(),
  e: () => one('again')?.focus(),
};

document.addEventListener('keydown', (event) => {
  if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  // Single keys rest while something is being written or chosen (WCAG 2.1.4).
  if ((event.target as Element).closest('input, textarea, select, [contenteditable], dialog')) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  act();
  event.preventDefault();
});
on('keydown', '[data-again]', (_field, event) => {
  if (event.key === 'Escape') one('stands')?.focus();
});
on('click', '[data-keys]', (button) => switchKeys(button));
