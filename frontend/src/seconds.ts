const PAUSE = 30_000; // milliseconds; who did nothing for longer did something else

const spent = new WeakMap<HTMLElement, number>();
let inHand: HTMLElement | null = null;
let last = performance.now();

function count(sheet: HTMLElement | null): void {
  const now = performance.now();
  const field = inHand?.querySelector<HTMLInputElement>('[data-seconds]');
  if (inHand && field) {
    const sum = (spent.get(inHand) ?? 0) + Math.min(now - last, PAUSE);
    spent.set(inHand, sum);
    field.value = String(Math.max(1, Math.round(sum / 1000)));
  }
  last = now;
  inHand = sheet ?? inHand;
}

/**
 * How long each statement was in hand, as one number in its form. Nothing else is counted: not
 * which keys, nor when. While nothing is done time stands still.
 */
export function countSeconds(first: () => HTMLElement | null): void {
  inHand = first();
  // Captured: the number must be there before the form is gathered.
  for (const type of ['focusin', 'keydown', 'pointerdown', 'click', 'input', 'scroll'])
    document.addEventListener(
      type,
      (event) => {
        const at = event.target instanceof Element ? event.target : null;
        count(at?.closest<HTMLElement>('[data-sheet]') ?? null);
      },
      { capture: true, passive: true },
    );
}
