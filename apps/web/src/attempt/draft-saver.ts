import type { Json } from "@loopwright/core";

/** What is said beside the title. */
export type DraftState =
  | { kind: "clean" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "failed"; message: string; retrying: boolean }
  /** Another page saved a newer draft; nothing is sent until one of the two is chosen. */
  | { kind: "conflict" };

/** How a refusal is to be taken. */
export type Refusal = { message: string; take: "retry" | "stop" | "conflict" };

type SaverOptions = {
  /** Revision of the draft that the page began with. */
  revision: number;
  save: (draft: Json, revision: number) => Promise<{ revision: number }>;
  refusal: (error: unknown) => Refusal;
  onState: (state: DraftState) => void;
  onSaved: (draft: Json, revision: number) => void;
  delayMs?: number;
  retryMs?: number;
};

export type DraftSaver = {
  change: (draft: Json) => void;
  /** Sends what is not saved yet; resolves when nothing is left or it was refused. */
  flush: () => Promise<void>;
  /** Goes on from another revision, after a conflict was settled. */
  rebase: (revision: number) => void;
  /** Forgets what was not sent: the newer draft of the other page was chosen. */
  drop: () => void;
};

const retryMsMax = 15_000;

/** Where the saver stands between two requests. */
type Line = {
  revision: number;
  unsent: { draft: Json } | null;
  failures: number;
  /** In conflict: nothing is sent until `rebase`. */
  stuck: boolean;
};

/** Saves a draft as it is typed: one request at a time, kept in memory and sent again on failure. */
export function createDraftSaver(options: SaverOptions): DraftSaver {
  const { delayMs = 600, revision } = options;
  const line: Line = { revision, unsent: null, failures: 0, stuck: false };
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const flush = () => {
    clearTimeout(timer);
    sending ??= sendAll(line, options, later).finally(() => (sending = null));
    return sending;
  };

  return {
    change(draft) {
      line.unsent = { draft };
      if (!line.stuck) later(delayMs);
    },
    flush,
    rebase(next) {
      line.revision = next;
      line.stuck = false;
    },
    drop() {
      line.unsent = null;
    },
  };
}

async function sendAll(line: Line, options: SaverOptions, later: (ms: number) => void) {
  const { save, onState, onSaved } = options;
  // What was typed during a request goes out with the next one.
  while (line.unsent && !line.stuck) {
    const sent = line.unsent;
    line.unsent = null;
    onState({ kind: "saving" });
    try {
      line.revision = (await save(sent.draft, line.revision)).revision;
    } catch (error) {
      line.unsent ??= sent;
      return refuse(error, line, { ...options, later });
    }
    line.failures = 0;
    onSaved(sent.draft, line.revision);
    onState({ kind: "saved", at: new Date() });
  }
}

type RefuseOptions = SaverOptions & { later: (ms: number) => void };

function refuse(error: unknown, line: Line, options: RefuseOptions) {
  const { refusal, onState, later, retryMs = 2000 } = options;
  const { message, take } = refusal(error);
  line.stuck = take === "conflict";
  if (line.stuck) return onState({ kind: "conflict" });
  onState({ kind: "failed", message, retrying: take === "retry" });
  if (take === "retry") later(Math.min(retryMs * 2 ** line.failures++, retryMsMax));
}
