import { read, toggled, type Saved } from './list';

const KEY = 'kolo-saved';

function load(): Saved[] {
  try {
    return read(localStorage.getItem(KEY));
  } catch {
    return []; // a browser that keeps nothing
  }
}

function keep(list: readonly Saved[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

/**
 * Buttons that put a thing on the saved list:
 * `<button data-save-id data-save-title data-save-href data-save-note data-on="Saved" data-off="Save" hidden>`.
 */
export function offerSaving(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-save-id]')) {
    const { saveId: id = '', saveTitle: title = '', saveHref: href = '', saveNote: note = '', on = '', off = '' } = button.dataset;
    const show = (list: readonly Saved[]): void => {
      const isSaved = list.some(one => one.id === id);
      button.setAttribute('aria-pressed', String(isSaved));
      button.textContent = isSaved ? on : off;
    };
    button.hidden = false;
    show(load());
    button.addEventListener('click', () => {
      const list = toggled(load(), { id, title, href, note });
      if (keep(list)) show(list);
    });
    // Another tab may have changed the list.
    window.addEventListener('storage', event => event.key === KEY && show(load()));
  }
}

/** Fills the page of saved things: `<div data-saved data-remove="Remove">` with a `[data-saved-empty]` inside. */
export function showSaved(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-saved]');
  if (!place) return;
  const empty = place.querySelector<HTMLElement>('[data-saved-empty]');
  const rows = page.createElement('ol');
  rows.className = 'rows';
  place.append(rows);
  const show = (list: readonly Saved[]): void => {
    rows.replaceChildren(...list.map(entry => row(page, entry, place.dataset['remove'] ?? '', () => {
      const rest = toggled(load(), entry);
      keep(rest);
      show(rest);
    })));
    rows.hidden = list.length === 0;
    if (empty) empty.hidden = list.length > 0;
    for (const one of page.querySelectorAll<HTMLElement>('[data-saved-some]')) one.hidden = list.length === 0;
  };
  show(load());
  page.querySelector('button[data-print]')?.addEventListener('click', () => window.print());
}

function row(page: Document, entry: Saved, word: string, remove: () => void): HTMLElement {
  const item = page.createElement('li');
  item.className = 'row';
  const words = page.createElement('div');
  const title = page.createElement('h2');
  title.className = 'row-title';
  const link = page.createElement('a');
  link.href = entry.href;
  link.textContent = entry.title;
  title.append(link);
  words.append(title);
  if (entry.note) {
    const note = page.createElement('p');
    note.className = 'row-by';
    note.textContent = entry.note;
    words.append(note);
  }
  const edge = page.createElement('div');
  edge.className = 'row-edge no-print';
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'linklike';
  button.textContent = word;
  button.setAttribute('aria-label', `${word}: ${entry.title}`);
  button.addEventListener('click', remove);
  edge.append(button);
  item.append(words, edge);
  return item;
}
