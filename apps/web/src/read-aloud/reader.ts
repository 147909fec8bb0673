import type { Piece } from "./pieces.ts";
import type { Speech } from "./speech.ts";

export type ReaderState = {
  status: "stopped" | "playing" | "paused";
  /** The piece that is read, or will be next. */
  at: number;
  failure: string | null;
};

type Manner = { voice: string; rate: number };

type ReaderOptions = Manner & {
  speech: Speech;
  pieces: readonly Piece[];
  /** Where to go on. */
  at: number;
  /** Told of every piece that begins, and of the start when all is read. */
  onPlace: (at: number) => void;
};

/**
 * Reads pieces one after another. A pause takes the voice away and a later start says the piece again: browsers
 * lose an utterance that is paused for long, and a sentence heard from its beginning is understood.
 */
export class Reader {
  readonly #given: Pick<ReaderOptions, "speech" | "pieces" | "onPlace">;
  readonly #listeners = new Set<() => void>();
  #manner: Manner;
  #state: ReaderState;
  /** Counts what was said; an answer to anything but the last comes too late. */
  #turn = 0;

  constructor({ at, voice, rate, ...given }: ReaderOptions) {
    this.#given = given;
    this.#manner = { voice, rate };
    this.#state = { status: "stopped", at, failure: null };
  }

  state = (): ReaderState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  toggle = (): void => {
    if (this.#state.status === "playing") {
      this.close();
      return this.#set({ status: "paused" });
    }
    this.#set({ status: "playing", failure: null });
    this.#say();
  };

  /** Back to the start. */
  stop = (): void => {
    this.close();
    this.#set({ status: "stopped", at: 0, failure: null });
  };

  /** On to another piece, and on reading where it was reading. */
  go = (by: number): void => {
    const { at, status } = this.#state;
    const next = Math.min(Math.max(at + by, 0), this.#given.pieces.length - 1);
    this.#set({ at: next, ...(status === "stopped" && { status: "paused" }) });
    if (status === "playing") this.#say();
  };

  /** Another voice or speed, from the beginning of the piece at hand. */
  change = (manner: Manner): void => {
    this.#manner = manner;
    if (this.#state.status === "playing") this.#say();
  };

  /** Falls silent, and keeps the place. */
  close = (): void => {
    this.#turn++;
    this.#given.speech.cancel();
  };

  #say(): void {
    this.close();
    const turn = this.#turn;
    const { pieces, speech } = this.#given;
    const piece = pieces[this.#state.at];
    if (!piece) return this.#set({ status: "stopped", at: 0 });
    speech.speak({ text: piece.says, ...this.#manner }, (failure) => {
      if (turn !== this.#turn) return;
      if (failure !== null) return this.#set({ status: "paused", failure });
      const at = this.#state.at + 1;
      if (at === pieces.length) return this.#set({ status: "stopped", at: 0 });
      this.#set({ at });
      this.#say();
    });
  }

  #set(next: Partial<ReaderState>): void {
    const moved = next.at !== undefined && next.at !== this.#state.at;
    this.#state = { ...this.#state, ...next };
    if (moved) this.#given.onPlace(this.#state.at);
    for (const listener of this.#listeners) listener();
  }
}
