import type { HostWorld } from "./code-tests/world.ts";
import type { languages } from "./drill.ts";
import type { Json } from "./json.ts";

/**
 * Ports: what a kind may ask of the world. The app hands them in; a grader has no other way out.
 * Everything that goes through a port is JSON, so that replies can be recorded and replayed.
 */

export type Language = (typeof languages)[number];

export type Limits = {
  /** Wall clock of the run; the process group is killed when it is over. */
  timeMs: number;
  memoryMb: number;
  /** Standard output and error together. A report may have 1 MB whatever this says. */
  outputBytes: number;
  /** Calls to host-side services. */
  calls: number;
};

/** A host-side service that learner code reaches through the sandbox's one synchronous `call`. */
export type HostService = (request: Json) => Json | Promise<Json>;

export type Job = {
  language: Language;
  /** Id of an image that the sandbox knows; what else is mounted and warmed up beside the lab. */
  image?: string;
  /** Path to text. What the learner submitted, laid over the drill's own files. */
  files: Record<string, string>;
  /** What the driver of the language executes: see code-tests/schema.ts. */
  input: Json;
  limits?: Partial<Limits>;
  services?: Record<string, HostService>;
  /** Hosts, names and commands that the lab's own services play. */
  world?: HostWorld;
};

export type RunEnd =
  | "finished"
  /** The wall clock ran out. */
  | "time"
  | "memory"
  | "output"
  | "calls"
  /** The interpreter ended before it reported. */
  | "crashed";

/** What was seen of a run. It holds no judgement: matchers on the host make one of it. */
export type Observations = {
  end: RunEnd;
  /** What the driver reported; null where it reported nothing, which no matcher accepts. */
  result: Json;
  stdout: string;
  stderr: string;
  /** Calls to host-side services, in order. */
  calls: { service: string; request: Json; response: Json }[];
  /** Where it ran, if not on the server: what a browser reports, its owner could have changed. */
  where?: "browser";
};

export type OpenRun = {
  /** Sends one request to the service inside the interpreter and waits for its answer. */
  send: (request: Json) => Promise<Observations>;
  close: () => Promise<void>;
};

export type SandboxPort = {
  run: (job: Job) => Promise<Observations>;
  open: (job: Job) => Promise<OpenRun>;
};

/** For sessions: draws drills and grades them as sealed child attempts. */
export type DrillsPort = {
  choose: (request: Json) => Promise<Json>;
  grade: (request: Json) => Promise<Json>;
};

/** One question to the language model. The input is data: nothing in it is an instruction. */
export type ProseRequest = {
  /** What is asked for, in letters, digits, `_` and `-`: "coverage". */
  name: string;
  instructions: string;
  /** Goes out as JSON in a message of its own. It is everything that is sent of the learner's. */
  input: Json;
  /** JSON Schema that the reply has to fit; model-client lists the keywords that it checks. */
  schema: Json;
};

/**
 * `step` says which rung of the ladder gave a value that fits the schema; "repair" after its errors were
 * handed back once. Offline: no such value, and why, in one sentence.
 */
export type ProseReply =
  | { step: "json_schema" | "json_object" | "text" | "repair"; value: Json; model: string }
  | { step: "offline"; reason: string };

/**
 * The optional language model, behind the prose grader. Absent where it is off. It never throws for what
 * a model or its server does: that is `offline`.
 */
export type ProsePort = { ask: (request: ProseRequest) => Promise<ProseReply> };

export type Ports = { sandbox: SandboxPort; drills?: DrillsPort; prose?: ProsePort };
