import type { Credential } from "./credential.ts";
import type { Organisation } from "./organisation.ts";
import type { Throttle } from "./throttle.ts";
import type { TrailEvent } from "./trail.ts";

/**
 * Accounts with what is in them, at one moment of a clock of their own. Built from a declaration and a seed, and
 * changed by calls alone: the same calls in the same order give the same world, to the last id.
 */
export type World = {
  seed: string;
  /** Milliseconds since 1970. It moves by a second with every call, and by what a caller sleeps. */
  nowMs: number;
  random: () => number;
  accounts: Map<string, Account>;
  organisation: Organisation | null;
  /** Every access key that was ever handed out, by its id. */
  credentials: Map<string, Credential>;
  /** What the learner begins with; null where the world names nobody. */
  start: Credential | null;
  /** When services answer that they have too much to do. */
  throttles: Throttle[];
  /** Calls that were answered, in order: what a grader reads. */
  log: LoggedCall[];
};

export type Account = {
  /** Twelve digits. */
  id: string;
  name: string;
  email: string;
  /** By service, and by region where the service has regions. */
  states: Map<string, unknown>;
  /** The account's own event history, the oldest first. */
  trail: TrailEvent[];
};

/** A call with what became of it. */
export type LoggedCall = {
  atMs: number;
  service: string;
  operation: string;
  region: string;
  /** ARN of the caller; null of an anonymous one, and where the key is unknown. */
  caller: string | null;
  input: Record<string, unknown>;
  readOnly: boolean;
  /** Code of the error that came back; null of a success. */
  error: string | null;
};
