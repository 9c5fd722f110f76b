import { on } from './on';

function mark(text: Element): void {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Marked text keeps its headings and lists when it is copied; older browsers know only this way. */
function copyMarked(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

async function copyPlain(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.innerText);
    return true;
  } catch {
    return false;
  }
}

/** `data-copy` copies the nearest `data-text`. Where the browser will not, the text stays marked. */
export function copy(): void {
  on('click', '[data-copy]', async (button) => {
    const text = button.closest('[data-copies]')?.querySelector<HTMLElement>('[data-text]');
    if (!text) return;
    mark(text);
    const done = copyMarked() || (await copyPlain(text));
    if (done) getSelection()?.removeAllRanges();
    const told = button.parentElement?.querySelector('[role=status]');
    if (told) told.textContent = (done ? button.dataset.copied : button.dataset.marked) ?? '';
  });
}
