import type { Json } from "./json.ts";
import type { Job, Observations, OpenRun, Ports, SandboxPort } from "./ports.ts";
import { diverged, Replies } from "./replies.ts";

type Opened = { job: Job; sent: Json[]; real: OpenRun | null };

/** Stands between a kind and its real ports: records replies, or plays them back. */
export class Tape {
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

  /** `what` was replayed: it has to have used all that was recorded. */
  finishReplay(what: string): void {
    if (this.#replies.all.length > 0) throw diverged(`${what} used fewer replies than recorded`);
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
