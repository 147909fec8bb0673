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

/** Each save is a version, so it waits for a pause in the work, but never longer than this. */
const longestMs = 15_000;
const retryMostMs = 15_000;

/** Where the saver stands between two requests. */
type Line = {
  version: number;
  unsent: Model | null;
  /** When the first edit was made that is not sent, in milliseconds. */
  since: number | null;
  failures: number;
  /** In conflict: nothing is sent until `rebase`. */
  stuck: boolean;
  later: (ms: number) => void;
};

/** Saves a model as it is edited: one request at a time; what failed is kept, and sent again where that helps. */
export function createModelSaver(options: SaverOptions): ModelSaver {
  const { onState, pauseMs = 1500 } = options;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const { version } = options;
  const line: Line = { version, unsent: null, since: null, failures: 0, stuck: false, later };
  const flush = () => {
    clearTimeout(timer);
    sending ??= send(line, options).finally(() => (sending = null));
    return sending;
  };
  return {
    change(model) {
      line.unsent = model;
      line.since ??= Date.now();
      if (line.stuck) return;
      onState({ kind: "waiting" });
      later(Math.max(0, Math.min(pauseMs, line.since + longestMs - Date.now())));
    },
    flush,
    rebase(next) {
      line.version = next;
      line.stuck = false;
    },
    isDone: () => line.unsent === null && sending === null,
  };
}

async function send(line: Line, options: SaverOptions): Promise<void> {
  const { save, onState, pauseMs = 1500 } = options;
  const sent = line.unsent;
  if (sent === null || line.stuck) return;
  Object.assign(line, { unsent: null, since: null });
  onState({ kind: "saving" });
  try {
    const kept = await save(sent, line.version);
    Object.assign(line, { version: kept.version, failures: 0 });
    // What was edited during the request waits for its own pause.
    if (isWaiting(line)) return line.later(pauseMs);
    onState({ kind: "saved", at: kept.updatedAt });
  } catch (error) {
    line.unsent ??= sent;
    refuse(error, line, options);
  }
}

/** Asked of the line anew: it changes while a request is on its way. */
const isWaiting = ({ unsent }: Line): boolean => unsent !== null;

function refuse(error: unknown, line: Line, { onState, retryMs = 2000 }: SaverOptions): void {
  const { code, message, next } = told(error);
  line.stuck = code === "conflict";
  if (line.stuck) return onState({ kind: "conflict" });
  const retrying = passing.has(code);
  onState({ kind: "failed", message, next, retrying });
  if (retrying) line.later(Math.min(retryMs * 2 ** line.failures++, retryMostMs));
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
