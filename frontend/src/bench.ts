/** The board: sorting statements into themes with single keys. Markup: docs/components.md. */
import { Board } from './board';
import { keysAreOn, switchKeys } from './keys';
import { on } from './on';

const board = new Board();

const ACTS: Record<string, () => void> = {
  j: () => board.move(1),
  k: () => board.move(-1),
  m: () => board.note(),
  z: () => board.undo(),
};

document.addEventListener('keydown', (event) => {
  if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target as Element;
  // Single keys rest while something is being written or chosen (WCAG 2.1.4).
  if (at.closest('input, textarea, select, [contenteditable], dialog')) return;
  const act = ACTS[event.key.toLowerCase()];
  if (act) act();
  else if (/^\d$/.test(event.key)) board.digit(event.key); // held down, it is one long press
  else return;
  event.preventDefault();
});

// Escape leaves a note for its card, so that the keys act again.
on('keydown', '[data-item]', (item, event) => {
  if (event.key === 'Escape') item.focus();
});
on('click', '[data-item]', (item, event) => {
  const control = (event.target as Element).closest('a, button, input, textarea, select, summary');
  board.choose(item, !control);
});
on('focusin', '[data-item]', (item) => board.choose(item, false));
on('click', '[data-theme]', (button) => board.give(button));
on('click', '[data-keys]', (button) => switchKeys(button));
document.addEventListener('part:replaced', () => board.restore());
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => board.restore());
else board.restore();
