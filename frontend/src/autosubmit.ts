import { on } from './on';

/** Controls, or forms of controls, that act on change. Say so in the label or nearby. */
export function autosubmit(): void {
  on('change', '[data-autosubmit]', (marked, event) => {
    const form = marked.closest('form') ?? (event.target as HTMLInputElement).form;
    form?.querySelector<HTMLElement>('[type=submit]')?.click();
  });
  on('click', '[data-print]', () => window.print());
}
