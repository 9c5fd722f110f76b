import { press } from './press';

const ONE_PRESS = 400; // milliseconds in which a quick finger means one press, not two

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-board] [data-item]')];
const themes = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('[data-theme]')];
const given = (item: HTMLElement): string[] => (item.dataset.themes ?? '').split(' ').filter(Boolean);

/** Which statement is in hand, and what may be done with it: always through its own forms. */
export class Board {
  private current = '';
  /** Pressed while the server was still answering for the same item: item id and theme. */
  private waiting: [string, string][] = [];
  /** What was pressed last, and when: a double press neither sorts twice nor takes it back. */
  private pressed = { item: '', theme: '', at: -ONE_PRESS };

  private item(): HTMLElement | null {
    return document.getElementById(this.current);
  }

  /** Make an item the one in hand. `focus` moves the reader there as well. */
  choose(item: HTMLElement, focus: boolean): void {
    this.current = item.id;
    for (const other of items())
      if (other === item) other.setAttribute('aria-current', 'true');
      else other.removeAttribute('aria-current');
    const has = given(item);
    for (const theme of themes())
      theme.setAttribute('aria-pressed', String(has.includes(theme.dataset.theme ?? '')));
    if (!focus) return;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: 'nearest' });
  }

  /** Down or up, staying at the ends. */
  move(by: 1 | -1): void {
    const all = items();
    const at = all.findIndex((item) => item.id === this.current);
    const to = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (to) this.choose(to, true);
  }

  /** A digit: the theme that has it as its key. */
  digit(key: string): void {
    const theme = document.querySelector<HTMLElement>(`[data-theme][data-key="${key}"]`);
    if (theme) this.give(theme);
  }

  /** Give the theme to the item in hand, or take it away if the item has it already. */
  give(theme: HTMLElement): void {
    const item = this.item();
    if (!item) return;
    const value = theme.dataset.theme ?? '';
    const { item: before, theme: same, at } = this.pressed;
    const now = performance.now();
    this.pressed = { item: item.id, theme: value, at: now };
    if (before === item.id && same === value && now - at < ONE_PRESS) return;
    this.send(item, value);
  }

  private send(item: HTMLElement, value: string): void {
    if (item.querySelector('[aria-busy=true]')) {
      this.waiting.push([item.id, value]);
      return;
    }
    if (given(item).includes(value)) {
      item.querySelector<HTMLElement>(`[data-take="${CSS.escape(value)}"]`)?.click();
      return;
    }
    const form = item.querySelector<HTMLFormElement>('form[data-give]');
    const field = form?.elements.namedItem('theme') as HTMLSelectElement | RadioNodeList | null;
    if (!form || !field) return;
    field.value = value;
    press(form);
  }

  note(): void {
    const note = this.item()?.querySelector<HTMLElement>('[data-note]');
    if (note instanceof HTMLDetailsElement) note.open = true;
    note?.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
  }

  undo(): void {
    press(document.querySelector('form[data-undo]'));
  }

  /** After the server has replaced an item: the same one in hand, with the focus if it was lost. */
  restore(): void {
    for (const theme of themes()) theme.disabled = false; // they do nothing without script
    const marked = document.querySelector<HTMLElement>('[data-item][aria-current="true"]');
    const item = this.item() ?? marked ?? items()[0];
    if (!item) return;
    const lost = this.current !== '' && document.activeElement === document.body;
    this.choose(item, false);
    if (lost) item.focus({ preventScroll: true });
    const ready = this.waiting.findIndex(([id]) => !document.getElementById(id)?.querySelector('[aria-busy=true]'));
    const [next] = ready < 0 ? [] : this.waiting.splice(ready, 1);
    const target = next && document.getElementById(next[0]);
    if (target) this.send(target, next[1]);
  }
}
