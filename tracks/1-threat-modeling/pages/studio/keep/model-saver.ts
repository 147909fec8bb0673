import type { Model } from "@loopwright/threat-model";

/** What stands beside the title. */
export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "failed"; message: string; next: string; retrying: boolean }
  /** Somebody saved a newer version; nothing is sent until one of the two is chosen. */
  | { kind: "conflict" };

type SaverOptions = {
  /** Of the document as it was opened. */
  version: number;
  save: (model: Model, version: number) => Promise<{ version: number; updatedAt: string }>;
  onState: (state: SaveState) => void;
  pauseMs?: number;
  retryMs?: number;
};

export type ModelSaver = {
  change: (model: Model) => void;
  /** Sends at once what waits for a pause. */
  flush: () => Promise<void>;
  /** Goes on from another version, after a conflict was settled. */
  rebase: (version: number) => void;
  /** Whether everything is saved. */
  isDone: () => boolean;
};

/** Each save is a version that stays, so it waits for a pause in the work, but never longer than this. */
const longestMs = 15_000;
const retryMostMs = 15_000;

/** Saves a model as it is edited: one request at a time; what failed is kept, and sent again where that helps. */
export function createModelSaver(options: SaverOptions): ModelSaver {
  const { save, onState, pauseMs = 1500, retryMs = 2000 } = options;
  let { version } = options;
  let unsent: Model | null = null;
  let firstUnsent: number | null = null;
  let failures = 0;
  let stuck = false;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const refuse = (error: unknown) => {
    const { code, message, next } = told(error);
    stuck = code === "conflict";
    if (stuck) return onState({ kind: "conflict" });
    const retrying = passing.has(code);
    onState({ kind: "failed", message, next, retrying });
    if (retrying) later(Math.min(retryMs * 2 ** failures++, retryMostMs));
  };
  const sendAll = async () => {
    while (unsent && !stuck) {
      const sent: Model = unsent;
      unsent = null;
      firstUnsent = null;
      onState({ kind: "saving" });
      try {
        const kept = await save(sent, version);
        version = kept.version;
        failures = 0;
        // What was edited during the request waits for its own pause.
        if (unsent) return later(pauseMs);
        onState({ kind: "saved", at: kept.updatedAt });
      } catch (error) {
        unsent ??= sent;
        return refuse(error);
      }
    }
  };
  const flush = () => {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => (sending = null));
    return sending;
  };
  return {
    change(model) {
      unsent = model;
      firstUnsent ??= Date.now();
      if (stuck) return;
      onState({ kind: "waiting" });
      later(Math.max(0, Math.min(pauseMs, firstUnsent + longestMs - Date.now())));
    },
    flush,
    rebase(next) {
      version = next;
      stuck = false;
    },
    isDone: () => unsent === null && sending === null,
  };
}

/** Codes of errors that may pass by themselves. */
const passing = new Set(["unreachable", "internal", "too-many", "folder-locked"]);

type Told = { code: string; message: string; next: string };

/** What a rejected promise of the port says; anything else is a fault of ours. */
export function told(error: unknown): Told {
  const { code, message, next } = (error ?? {}) as Partial<Told>;
  return {
    code: typeof code === "string" ? code : "internal",
    message: typeof message === "string" ? message : "Something went wrong.",
    next: typeof next === "string" ? next : "Try again.",
  };
}
