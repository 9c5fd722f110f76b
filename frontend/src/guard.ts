type Field = HTMLInputElement | HTMLTextAreaElement;

/** Whether a form with `data-guard` holds text that is not on the server. */
function hasUnsaved(): boolean {
  const fields = document.querySelectorAll<Field>(
    'form[data-guard] textarea, form[data-guard] input:is([type=text], :not([type]))',
  );
  return [...fields].some((field) => field.value !== field.defaultValue);
}

/**
 * Ask before text is lost. The text stays in the page and nowhere else: what is said in a meeting
 * is never written to the storage of a browser.
 */
export function guard(): void {
  let sending = false;
  // Bubbling on window, last of all: a form that htmx sends has been prevented by then.
  window.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) sending = true;
  });
  window.addEventListener('pageshow', () => {
    sending = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (sending || document.documentElement.hidden || !hasUnsaved()) return;
    event.preventDefault();
    event.returnValue = ''; // older browsers ask only when this is set
  });
}
