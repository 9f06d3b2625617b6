/** The width, in letters, from which the filters stand beside the list; the same as in filters.css. */
const WIDE = 54;

/** Opens the filter panel where it is a column; browsers that can do it in CSS already show it. */
export function openFilters(page: Document): void {
  const letter = Number.parseFloat(getComputedStyle(page.body).fontSize);
  if (page.body.clientWidth < WIDE * letter) return;
  for (const panel of page.querySelectorAll<HTMLDetailsElement>('details.filters')) panel.open = true;
}
