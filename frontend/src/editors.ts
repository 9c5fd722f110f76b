// The editors' pages: what stands beside the text is asked for anew when the text has been kept.

const beside = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-beside]');

async function renew(): Promise<void> {
  const place = beside();
  const address = place?.dataset.beside;
  if (!place || !address) return;
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (answer.ok) place.innerHTML = await answer.text();
}

let waits: number | undefined;

document.addEventListener('w-autosave:success', () => {
  window.clearTimeout(waits);
  waits = window.setTimeout(() => void renew(), 400);
});
