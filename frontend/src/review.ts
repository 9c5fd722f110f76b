/** Statements to be masked, as they stand in the page: the fields hold everything there is. */
type Field = HTMLTextAreaElement;

export const sheets = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-sheet]')];
export const hits = (sheet: ParentNode): HTMLElement[] => [...sheet.querySelectorAll<HTMLElement>('[data-hit]')];
export const sheetOf = (at: Element | null): HTMLElement | null => at?.closest<HTMLElement>('[data-sheet]') ?? null;
export const wordsOf = (sheet: ParentNode): Field => sheet.querySelector<Field>('[data-words]')!;
const reasonOf = (hit: ParentNode): Field | null => hit.querySelector<Field>('[data-reason]');
const reader = (sheet: ParentNode): HTMLElement | null => sheet.querySelector<HTMLElement>('[data-finish]');
const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** Where a text stands in the words, not as part of a longer word. From `from` on; -1: nowhere. */
export function placeOf(text: string, words: string, from = 0): number {
  for (let at = text ? words.indexOf(text, from) : -1; at >= 0; at = words.indexOf(text, at + 1)) {
    const inside = isLetter(words.charAt(at - 1)) || isLetter(words.charAt(at + text.length));
    if (!inside) return at;
  }
  return -1;
}

function swapped(words: string, text: string, instead: string): string {
  let done = '';
  let from = 0;
  for (let at = placeOf(text, words); at >= 0; at = placeOf(text, words, from)) {
    done += words.slice(from, at) + instead;
    from = at + text.length;
  }
  return done + words.slice(from);
}

/** Whether something still has to be decided about a hit: it stands, and nobody has said why. */
export function isOpen(hit: HTMLElement): boolean {
  const sheet = sheetOf(hit);
  if (!sheet || placeOf(hit.dataset.hit ?? '', wordsOf(sheet).value) < 0) return false;
  return !reasonOf(hit)?.value.trim();
}

/** Show what is decided, in the list and in what was said. */
export function refresh(sheet: HTMLElement): void {
  for (const hit of hits(sheet)) {
    const done = !isOpen(hit);
    hit.toggleAttribute('data-done', done);
    for (const mark of sheet.querySelectorAll<HTMLElement>('mark[data-open]'))
      if (mark.dataset.open === hit.dataset.hit) mark.dataset.state = done ? 'resolved' : '';
  }
}

/** What waits for somebody: in each statement the open hits; where there are none, the reading. */
export function targets(): HTMLElement[] {
  const waiting = sheets()
    .filter((sheet) => sheet.dataset.sent === undefined)
    .flatMap((sheet) => {
      const open = hits(sheet).filter(isOpen);
      return open.length ? open.map((hit) => hit.querySelector<HTMLElement>('button, textarea')) : [reader(sheet)];
    })
    .filter((target): target is HTMLElement => target !== null);
  const more = document.querySelector<HTMLElement>('[data-more]');
  return waiting.length || !more ? waiting : [more];
}

/** Put other words in place of a hit, wherever it stands in the statement. */
export function swap(hit: HTMLElement, instead: string): void {
  const sheet = sheetOf(hit);
  if (!sheet) return;
  const words = wordsOf(sheet);
  // What the words were offered for: more than the hit itself, so that the sentence still reads.
  const { hit: text = '', stretch = '' } = hit.dataset;
  const told = swapped(words.value, placeOf(stretch, words.value) < 0 ? text : stretch, instead);
  words.value = instead ? told : told.replace(/ {2,}/g, ' ').replace(/ ([.,;:!?])/g, '$1').trim();
  refresh(sheet);
}

/** Mark a hit where it stands in the words, to be written anew. */
export function choose(hit: HTMLElement): void {
  const sheet = sheetOf(hit);
  if (!sheet) return;
  const words = wordsOf(sheet);
  const text = hit.dataset.hit ?? '';
  const at = placeOf(text, words.value);
  words.focus();
  if (at >= 0) words.setSelectionRange(at, at + text.length);
}

export const give = (hit: HTMLElement): void => reasonOf(hit)?.focus();

/** Keep a hit for a reason that stands ready. */
export function keepBecause(hit: HTMLElement, why: string): void {
  const reason = reasonOf(hit);
  const sheet = sheetOf(hit);
  if (!reason || !sheet) return;
  reason.value = why;
  refresh(sheet);
}

export const read = (sheet: HTMLElement | null): void => (sheet ? reader(sheet)?.click() : undefined);

/** What somebody has marked in a statement: in the words, or in what was said. */
function marked(sheet: HTMLElement): [number, number] | null {
  const words = wordsOf(sheet);
  if (words.selectionEnd > words.selectionStart) return [words.selectionStart, words.selectionEnd];
  const told = document.getSelection();
  const text = told?.toString().trim() ?? '';
  if (!text || !sheet.querySelector('[data-said]')?.contains(told?.anchorNode ?? null)) return null;
  const at = placeOf(text, words.value);
  return at < 0 ? null : [at, at + text.length];
}

/** Take away what is marked, and leave the gap marked, to be written in. False: nothing is. */
export function takeAway(sheet: HTMLElement, gap: string): boolean {
  const place = marked(sheet);
  if (!place) return false;
  const words = wordsOf(sheet);
  words.focus();
  words.setRangeText(gap, place[0], place[1], 'select');
  refresh(sheet);
  return true;
}

/** Everything written in a statement, to be put back. */
export function snapshot(sheet: HTMLElement): () => void {
  const id = sheet.id;
  const fields = [wordsOf(sheet), ...hits(sheet).map(reasonOf)];
  const kept = fields.map((field) => [field?.id, field?.value] as const);
  return () => {
    for (const [field, value] of kept) {
      const there = field ? document.getElementById(field) : null;
      if (there instanceof HTMLTextAreaElement) there.value = value ?? '';
    }
    const now = document.getElementById(id);
    if (now?.matches('[data-sheet]')) refresh(now);
  };
}
