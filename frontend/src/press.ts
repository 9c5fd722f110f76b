/** The button that sends a form: the first one, as Enter in a field would choose. */
export const sender = (form: ParentNode | null | undefined): HTMLElement | null =>
  form?.querySelector<HTMLElement>('[type=submit], button:not([type])') ?? null;

/** Send a form as if its button was pressed. Older Safari lacks requestSubmit(). */
export const press = (form: ParentNode | null | undefined): void => sender(form)?.click();
