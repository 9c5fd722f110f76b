import { on } from './on';
import { press } from './press';

/** Controls, or forms of controls, that act on change. Say so in the label or nearby. */
export function autosubmit(): void {
  on('change', '[data-autosubmit]', (marked, event) => {
    press(marked.closest('form') ?? (event.target as HTMLInputElement).form);
  });
  on('click', '[data-print]', () => window.print());
}
