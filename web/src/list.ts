/** One entry of the saved list. Only what the page itself showed; nothing about the person. */
export interface Saved {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** A line under the title: organization, address or telephone. */
  readonly note: string;
}

/** More would not be a list to take along. */
export const MOST = 100;

/** Reads what the browser kept; anything that is not an entry of ours is left out. */
export function read(text: string | null): Saved[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(kept)) return [];
  return kept.filter(isSaved).slice(0, MOST);
}

/** The list with the entry added at the end, or taken away when it was there. */
export function toggled(list: readonly Saved[], entry: Saved): Saved[] {
  const without = list.filter(one => one.id !== entry.id);
  return without.length < list.length ? without : [...list, entry].slice(-MOST);
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  const texts = ['id', 'title', 'href', 'note'].every(name => typeof entry[name] === 'string');
  // An address of this site only: the list must never become a way to lead somebody elsewhere.
  return texts && /^\/(?!\/)/.test(String(entry['href']));
}
