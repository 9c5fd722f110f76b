/** Have a screen reader say something without moving the focus. */
export function say(text: string): void {
  const live = document.querySelector('[data-live]');
  if (!live) return;
  live.textContent = ''; // the same words twice are else silent
  window.setTimeout(() => {
    live.textContent = text;
  }, 50);
}
