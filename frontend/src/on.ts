type Handler<E extends Event> = (found: HTMLElement, event: E) => void;

/**
 * Listen once on the document for events inside whatever matches `selector`, now or later:
 * parts of pages are replaced by htmx, and what replaces them must behave the same.
 */
export function on<K extends keyof DocumentEventMap>(
  type: K,
  selector: string,
  handler: Handler<DocumentEventMap[K]>,
  capture = false,
): void {
  document.addEventListener(
    type,
    (event) => {
      const found = event.target instanceof Element && event.target.closest<HTMLElement>(selector);
      if (found) handler(found, event);
    },
    capture,
  );
}

/** Run when the page has been read in, and again on each part that replaces another. */
export function onContent(handler: (root: ParentNode) => void): void {
  document.addEventListener('DOMContentLoaded', () => handler(document));
  document.addEventListener('part:replaced', () => handler(document));
}
