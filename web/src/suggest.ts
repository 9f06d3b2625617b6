/** One answer of `…/suggest?q=`. */
interface Suggestion {
  readonly text: string;
  readonly href: string;
  /** What it is, in the page's language: a service, an organization, a situation. */
  readonly kind: string;
}

/** How long a pause in typing is a question, in milliseconds. */
const PAUSE = 120;
const SHORTEST = 2;

/**
 * Suggestions under a search field, as the ARIA pattern "combobox with a list": focus stays in the field, arrows walk
 * the list, Enter goes there, Escape closes. The field says where to ask: `<input data-suggest="/chernihiv/suggest">`.
 */
export function offerSuggestions(page: Document): void {
  page.querySelectorAll<HTMLInputElement>('input[data-suggest]').forEach((input, at) => new Suggestions(input, `suggest-${at}`));
}

class Suggestions {
  private readonly list: HTMLUListElement;
  private readonly told: HTMLElement;
  private answers: readonly Suggestion[] = [];
  private chosen = -1;
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(private readonly input: HTMLInputElement, id: string) {
    const page = input.ownerDocument;
    this.list = page.createElement('ul');
    this.list.id = id;
    this.list.className = 'suggest';
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', input.dataset['suggestLabel'] ?? '');
    this.told = page.createElement('span');
    this.told.className = 'unseen';
    this.told.setAttribute('role', 'status');
    input.after(this.list, this.told);

    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', id);
    input.setAttribute('aria-expanded', 'false');
    input.autocomplete = 'off';

    input.addEventListener('input', () => this.later());
    input.addEventListener('keydown', event => this.key(event));
    input.addEventListener('blur', () => this.close());
    // The field must not lose its focus before the click has been understood.
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', event => {
      const item = (event.target as Element).closest('li');
      if (item) this.go([...this.list.children].indexOf(item));
    });
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    const question = this.input.value.trim();
    this.asking?.abort();
    if (question.length < SHORTEST) return this.close();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const address = `${this.input.dataset['suggest']}?q=${encodeURIComponent(question)}`;
      const response = await fetch(address, { signal: asking.signal, headers: { accept: 'application/json' } });
      if (!response.ok) return this.close();
      const answers = (await response.json()) as Suggestion[];
      if (asking.signal.aborted || this.input.ownerDocument.activeElement !== this.input) return;
      this.show(answers);
    } catch {
      // No line, or a newer question came first; the search button still works.
    }
  }

  private show(answers: readonly Suggestion[]): void {
    this.answers = answers;
    this.chosen = -1;
    this.list.replaceChildren(...answers.map((answer, at) => this.item(answer, at)));
    const isOpen = answers.length > 0;
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
    this.input.removeAttribute('aria-activedescendant');
    this.told.textContent = isOpen ? `${this.input.dataset['suggestLabel'] ?? ''}: ${answers.length}` : '';
  }

  private item(answer: Suggestion, at: number): HTMLLIElement {
    const page = this.input.ownerDocument;
    const item = page.createElement('li');
    item.id = `${this.list.id}-${at}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.append(answer.text);
    if (answer.kind) {
      const kind = page.createElement('span');
      kind.textContent = answer.kind;
      item.append(' ', kind);
    }
    return item;
  }

  private close(): void {
    this.show([]);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing || this.list.hidden) return;
    const last = this.answers.length - 1;
    switch (event.key) {
      case 'ArrowDown': this.choose(this.chosen >= last ? 0 : this.chosen + 1); break;
      case 'ArrowUp': this.choose(this.chosen <= 0 ? last : this.chosen - 1); break;
      case 'Enter': if (this.chosen < 0) return; this.go(this.chosen); break;
      case 'Escape': this.close(); break;
      default: return;
    }
    event.preventDefault();
  }

  private choose(at: number): void {
    [...this.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    this.chosen = at;
    const item = this.list.children[at];
    if (!item) return;
    this.input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  }

  private go(at: number): void {
    const answer = this.answers[at];
    if (answer) location.assign(answer.href);
  }
}
