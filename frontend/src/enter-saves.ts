import { on } from './on';
import { press } from './press';

/** In `textarea[data-enter-saves]` Enter saves and Shift+Enter makes a new line. */
export function enterSaves(): void {
  on('keydown', 'textarea[data-enter-saves]', (field, event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    press((field as HTMLTextAreaElement).form);
  });
}
