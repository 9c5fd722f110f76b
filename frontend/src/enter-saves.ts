import { on } from './on';

/** In `textarea[data-enter-saves]` Enter saves and Shift+Enter makes a new line. */
export function enterSaves(): void {
  on('keydown', 'textarea[data-enter-saves]', (field, event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    // Not requestSubmit(): the oldest Safari we serve lacks it.
    (field as HTMLTextAreaElement).form?.querySelector<HTMLElement>('[type=submit]')?.click();
  });
}
