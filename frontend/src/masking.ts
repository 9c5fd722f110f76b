/** Masking with single keys and by touch. Everything is done in the form. docs/components.md. */
import { keysAreOn, switchKeys } from './keys';
import { on } from './on';
import { choose, give, keepBecause, read, refresh, sheetOf, sheets, snapshot, swap, takeAway, targets } from './review';
import { countSeconds } from './seconds';
import { say } from './speak';

interface Step {
  sheet: string;
  put: () => void; // the fields as they were
  wasRead: boolean;
}

const steps: Step[] = [];
const told = (name: string): string => document.querySelector<HTMLElement>('[data-review]')?.dataset[name] ?? '';
const hitOf = (at: Element | null): HTMLElement | null => at?.closest<HTMLElement>('[data-hit]') ?? null;

function goTo(target: HTMLElement | undefined): void {
  if (!target) return;
  target.focus({ preventScroll: true });
  (sheetOf(target) ?? target).scrollIntoView({ block: 'nearest' });
  target.scrollIntoView({ block: 'nearest' });
}

/** To what waits next, or before; from the last to the first. */
function move(by: 1 | -1): void {
  const all = targets();
  const here = document.activeElement ?? document.body;
  const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const that = all.filter((one) => one !== here && here.compareDocumentPosition(one) & side);
  goTo(by > 0 ? (that[0] ?? all[0]) : (that[that.length - 1] ?? all[all.length - 1]));
}

function keep(sheet: HTMLElement, wasRead = false): void {
  steps.push({ sheet: sheet.id, put: snapshot(sheet), wasRead });
}

const ACTS: Record<string, (hit: HTMLElement, button?: HTMLElement) => void> = {
  swap: (hit, button) => {
    const sheet = sheetOf(hit);
    const chosen = button ?? hit.querySelector<HTMLElement>('[data-act=swap]');
    if (!sheet || !chosen) return choose(hit);
    keep(sheet);
    swap(hit, chosen.dataset.instead ?? '');
    say(told('swapped'));
    move(1);
  },
  change: (hit) => {
    const sheet = sheetOf(hit);
    if (sheet) keep(sheet);
    choose(hit);
  },
  matters: (hit, button) => {
    const sheet = sheetOf(hit);
    if (sheet) keep(sheet);
    keepBecause(hit, button?.dataset.why ?? '');
    say(hit.querySelector('.kept-warning')?.textContent ?? '');
    move(1);
  },
  keep: (hit) => {
    const sheet = sheetOf(hit);
    if (sheet) keep(sheet);
    give(hit);
  },
};

/** One step back, as many times as there are steps. A reading is taken back on the server. */
function undo(): void {
  const step = steps.pop();
  const sheet = step && document.getElementById(step.sheet);
  if (!step || !sheet) return say(told('nothing'));
  if (step.wasRead) {
    const button = sheet.querySelector<HTMLElement>('[data-take-back]');
    if (button) back.set(step.sheet, step.put);
    button?.click();
    return;
  }
  step.put();
  goTo(targets().find((target) => sheet.contains(target)) ?? sheet);
  say(told('undone'));
}

/** What is to stand in a statement again when the server has given it back. */
const back = new Map<string, () => void>();

const hit = (act: string) => (): void => {
  const at = hitOf(document.activeElement);
  if (at) ACTS[act]?.(at);
};
const KEYS: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  b: hit('swap'),
  e: hit('change'),
  l: hit('keep'),
  r: () => read(sheetOf(document.activeElement)),
  z: undo,
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
// Out of a field: Enter in a reason goes on, Escape goes back to what the statement waits for.
on('keydown', '[data-reason], [data-words]', (field, event) => {
  const goesOn = event.key === 'Enter' && field.matches('[data-reason]') && !event.isComposing;
  if (!goesOn && event.key !== 'Escape') return;
  event.preventDefault();
  const sheet = sheetOf(field);
  const here = targets().find((target) => sheet?.contains(target));
  if (event.key === 'Escape' && here) goTo(here);
  else move(1);
});
on('input', '[data-reason], [data-words]', (field) => refresh(sheetOf(field)!));
on('click', '[data-act]', (button) => {
  const at = hitOf(button);
  if (at) ACTS[button.dataset.act ?? '']?.(at, button);
});
on('click', '[data-add]', (button) => {
  const sheet = sheetOf(button);
  if (!sheet) return;
  const before = snapshot(sheet);
  if (takeAway(sheet, button.dataset.add ?? '')) steps.push({ sheet: sheet.id, put: before, wasRead: false });
  else say(told('mark'));
});
on('click', '[data-next]', () => move(1));
on('click', '[data-undo]', undo);
on('click', '[data-keys]', (button) => switchKeys(button));
on('click', '[data-finish]', (button) => {
  const sheet = sheetOf(button);
  if (!sheet || !button.hasAttribute('hx-post')) return;
  keep(sheet, true);
  // On to the next at once: the answer comes while that one is being read.
  sheet.dataset.sent = '';
  move(1);
});
document.addEventListener('part:failed', () => {
  for (const sheet of sheets()) delete sheet.dataset.sent;
});
document.addEventListener('part:replaced', () => {
  for (const [id, put] of back) {
    const sheet = document.getElementById(id);
    if (!sheet?.querySelector('[data-words]')) continue;
    back.delete(id);
    put();
    goTo(targets().find((target) => sheet.contains(target)));
  }
  for (const sheet of sheets()) refresh(sheet);
  if (document.activeElement === document.body) move(1);
});

function start(): void {
  // Beside the statements there is room for the names; above them they would be in the way.
  if (matchMedia('(max-width: 62rem)').matches) document.querySelector('[data-names]')?.removeAttribute('open');
  for (const sheet of sheets()) refresh(sheet);
  countSeconds(() => sheets().find((sheet) => targets().some((one) => sheet.contains(one))) ?? null);
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
