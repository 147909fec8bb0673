/** Work that a page is to carry out. */
export type Errand = {
  /** Whose page: the id of an attempt. */
  page: string;
  /** The one window that can carry it out, since it holds the interpreter; null where any can. */
  window: string | null;
  /** Told once, to the window that carries it out. */
  token: string;
  taken: (window: string) => void;
};

/** Where errands wait for a page, and windows of a page for an errand. */
export class Board {
  /** By page, the oldest first. */
  readonly #errands = new Map<string, Errand[]>();
  /** By page and by window. */
  readonly #asking = new Map<string, Map<string, (token: string | null) => void>>();

  put(errand: Errand): void {
    const { page } = errand;
    this.#errands.set(page, [...(this.#errands.get(page) ?? []), errand]);
    this.#match(page);
  }

  remove(errand: Errand): void {
    const rest = (this.#errands.get(errand.page) ?? []).filter((one) => one !== errand);
    if (rest.length > 0) this.#errands.set(errand.page, rest);
    else this.#errands.delete(errand.page);
  }

  /**
   * The token of the next errand for a window of a page; null once `timeoutMs` have passed, or whoever asked has
   * gone. A newer question of the same window takes the place of an older one.
   */
  next(page: string, window: string, { timeoutMs, gone }: Patience): Promise<string | null> {
    return new Promise((resolve) => {
      const asking = this.#asking.get(page) ?? new Map<string, typeof tell>();
      const tell = (token: string | null) => {
        clearTimeout(timer);
        if (asking.get(window) === tell) asking.delete(window);
        if (asking.size === 0 && this.#asking.get(page) === asking) this.#asking.delete(page);
        resolve(token);
      };
      const timer = setTimeout(() => tell(null), timeoutMs);
      gone.addEventListener("abort", () => tell(null));
      asking.get(window)?.(null);
      this.#asking.set(page, asking.set(window, tell));
      if (gone.aborted) tell(null);
      else this.#match(page);
    });
  }

  close(): void {
    const all = [...this.#asking.values()].flatMap((asking) => [...asking.values()]);
    for (const tell of all) tell(null);
  }

  #match(page: string): void {
    const asking = this.#asking.get(page);
    for (const errand of this.#errands.get(page) ?? []) {
      const window = errand.window ?? asking?.keys().next().value;
      const tell = window === undefined ? undefined : asking?.get(window);
      if (window === undefined || !tell) continue;
      this.remove(errand);
      errand.taken(window);
      tell(errand.token);
    }
  }
}

type Patience = { timeoutMs: number; gone: AbortSignal };
