import { viaJson, type Json } from "./json.ts";
import type { RecordedAction } from "./kind.ts";
import type { Job, Observations, OpenRun, Ports, SandboxPort } from "./ports.ts";
import { diverged, Replies } from "./replies.ts";

/**
 * Live work: state is the fold of the action log. While an action is taken its ports' replies are
 * recorded with it; a replay reads them there and touches nothing outside.
 */

type Live = {
  start: (input: never) => unknown;
  step: (input: never) => unknown;
};

export type LiveMaterial = { brief: Json; files: Record<string, string>; key: Json; seed: string };

export type LiveRun = {
  readonly state: unknown;
  /** What each action of the log showed, in order. */
  readonly views: readonly Json[];
  /**
   * Takes one action with real ports; gives its view and what to append to the log. After a throw the
   * run is out of step with its log: close it, and open another.
   */
  take: (body: Json, atMs: number) => Promise<{ view: Json; action: RecordedAction }>;
  /** Ends interpreters that the run has opened. */
  close: () => Promise<void>;
};

/** Rebuilds the state from a log, then goes on from there. */
export async function openLive(
  live: Live,
  material: LiveMaterial,
  { log, ports }: { log: readonly RecordedAction[]; ports: Ports },
): Promise<LiveRun> {
  const tape = new Tape(ports);
  let state: unknown = await live.start(material as never);
  const views: Json[] = [];
  const step = async (body: Json) => {
    const taken = (await live.step({
      ...material,
      state,
      action: body,
      ports: tape.ports,
    } as never)) as { state: unknown; view: Json };
    state = taken.state;
    const view = viaJson(taken.view);
    views.push(view);
    return view;
  };
  for (const action of log) {
    tape.replay(action.replies);
    await step(action.body);
    tape.finishReplay(action.seq);
  }
  return {
    get state() {
      return state;
    },
    views,
    take: async (body, atMs) => {
      tape.record();
      const view = await step(body);
      return { view, action: { seq: views.length, atMs, body, replies: tape.taken() } };
    },
    close: () => tape.close(),
  };
}

type Opened = { job: Job; sent: Json[]; real: OpenRun | null };

/** Stands between a kind and its real ports: records replies, or plays them back. */
class Tape {
  readonly ports: Ports;
  readonly #real: Ports;
  readonly #opened: Opened[] = [];
  readonly #replies = new Replies();

  constructor(real: Ports) {
    this.#real = real;
    this.ports = {
      sandbox: this.#sandbox(),
      ...(real.drills && {
        drills: {
          choose: (request: Json) => this.#pass(() => real.drills!.choose(request)),
          grade: (request: Json) => this.#pass(() => real.drills!.grade(request)),
        },
      }),
      ...(real.prose && { prose: this.#replies.prose(real.prose) }),
    };
  }

  replay(replies: readonly Json[]): void {
    this.#replies.replay(replies);
  }

  finishReplay(seq: number): void {
    if (this.#replies.all.length > 0) {
      throw diverged(`action ${seq} used fewer replies than recorded`);
    }
  }

  record(): void {
    this.#replies.record();
  }

  taken(): Json[] {
    return this.#replies.all;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map(async ({ real }) => real?.close()));
  }

  /** A step may go on from a refusal, and its replay has to meet it again. */
  #pass<T extends Json>(call: () => Promise<T>): Promise<T> {
    return this.#replies.pass(call);
  }

  #sandbox(): SandboxPort {
    const run = (job: Job) =>
      this.#pass(async () => (await this.#real.sandbox.run(job)) as unknown as Json);
    return {
      run: async (job) => (await run(job)) as unknown as Observations,
      open: async (job) => this.#open(job),
    };
  }

  /** Nothing is started until a request has to be answered for real; earlier requests are then resent. */
  #open(job: Job): OpenRun {
    const opened: Opened = { job, sent: [], real: null };
    this.#opened.push(opened);
    const send = async (request: Json): Promise<Observations> => {
      const reply = await this.#pass(async () => {
        const real = await this.#reopen(opened);
        return await real.send(request);
      });
      opened.sent.push(request);
      return reply;
    };
    return {
      send,
      close: async () => {
        await opened.real?.close();
        opened.real = null;
      },
    };
  }

  async #reopen(opened: Opened): Promise<OpenRun> {
    if (opened.real) return opened.real;
    const real = await this.#real.sandbox.open(opened.job);
    for (const request of opened.sent) await real.send(request);
    opened.real = real;
    return real;
  }
}
