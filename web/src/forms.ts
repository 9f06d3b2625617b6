/** Puts the reader, and the screen reader, on the list of mistakes when a form came back; not on the style page's specimen. */
export function focusErrors(page: Document): void {
  page.querySelector<HTMLElement>('.errors[tabindex]:not(.section .errors)')?.focus();
}

/** Asks before a half-filled form is lost. The question itself is the browser's own, in its language. */
export function warnBeforeLeaving(page: Document): void {
  const touched = new Set<HTMLFormElement>();
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) {
    form.addEventListener('input', () => touched.add(form));
    form.addEventListener('submit', () => touched.clear());
  }
  window.addEventListener('beforeunload', event => {
    if (touched.size > 0) event.preventDefault();
  });
}
