/**
 * Buttons that copy an address: `<button data-copy="https://…" data-done="Copied" hidden>`. They stay hidden where the
 * browser has no clipboard; what happened is told in the live region beside them.
 */
export function offerCopying(page: Document): void {
  if (!navigator.clipboard) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] || location.href);
      const told = button.parentElement?.querySelector('[role="status"]');
      if (told) told.textContent = button.dataset['done'] ?? '';
    });
  }
}
