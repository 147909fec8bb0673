import { AppError, toAppError, type ErrorBody } from "./errors.ts";
import { viaJson, type Json } from "./json.ts";
import type { Ports, ProsePort } from "./ports.ts";

/**
 * What ports replied, in the order in which they were asked: recorded while something is done for the
 * first time, and played back where it is done again. A refusal is a reply too.
 */
export class Replies {
  #replies: Json[] = [];
  #playing = false;

  record(): void {
    this.#replies = [];
    this.#playing = false;
  }

  replay(replies: readonly Json[]): void {
    this.#replies = [...replies];
    this.#playing = true;
  }

  /** While recording: what was replied so far. While playing: what nobody has asked for yet. */
  get all(): Json[] {
    return this.#replies;
  }

  async pass<T extends Json>(call: () => Promise<T>): Promise<T> {
    if (this.#playing) return said(this.#replies.shift()) as T;
    const replies = this.#replies;
    // Two questions may be out at once: the order of asking is the one that repeats.
    const at = replies.push(null) - 1;
    const reply = await call().then(
      (value): Json => ({ value: viaJson(value) }),
      (cause: unknown): Json => ({ refusal: toAppError(cause).toBody() }),
    );
    replies[at] = reply;
    return said(reply) as T;
  }

  prose(real: ProsePort): ProsePort {
    return { ask: (request) => this.pass(() => real.ask(request)) };
  }
}

/** The ports with which a stage is graded, and what the language model replied in the meantime. */
export function recordingPorts(real: Ports): { ports: Ports; replies: () => Json[] } {
  const replies = new Replies();
  const ports = { ...real, ...(real.prose && { prose: replies.prose(real.prose) }) };
  return { ports, replies: () => replies.all };
}

/**
 * The ports with which a stage is graded again: the language model's replies are those of the first
 * time, and it is asked nothing. Code is run again; it is fixed by the attempt's seed.
 */
export function replayingPorts(real: Ports, recorded: readonly Json[]): Ports {
  const { prose: _asked, ...others } = real;
  if (recorded.length === 0) return others;
  const replies = new Replies();
  replies.replay(recorded);
  const silent: ProsePort = { ask: async () => ({ step: "offline", reason: "" }) };
  return { ...others, prose: replies.prose(silent) };
}

/** What a recorded reply gave its caller: the value, or the refusal as an error. */
function said(reply: Json | undefined): Json {
  if (reply === null || typeof reply !== "object" || Array.isArray(reply)) {
    throw diverged("an action asked for a reply that was not recorded");
  }
  if (!("refusal" in reply)) return reply["value"] ?? null;
  const { code, ...rest } = reply["refusal"] as ErrorBody;
  throw new AppError(code, rest);
}

export function diverged(what: string): AppError {
  return new AppError("replay-diverged", {
    message: `This work cannot be rebuilt from its log: ${what}.`,
    next: "The log is kept. Start another attempt, and report the drill.",
  });
}
