import { on } from './on';

/** Tells how many points of a list are ticked. The ticks are in the page alone: kept nowhere. */
export function ticks(): void {
  on('change', '[data-ticks] input', (box) => {
    const list = box.closest('[data-ticks]');
    const all = list?.querySelectorAll('input') ?? [];
    const done = list?.querySelectorAll('input:checked') ?? [];
    const told = list?.querySelector('[data-ticked]');
    if (told) told.textContent = `${done.length} / ${all.length}`;
  });
}
