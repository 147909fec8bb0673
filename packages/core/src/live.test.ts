import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { AppError, toAppError } from "./errors.ts";
import { canonicalJson, type Json } from "./json.ts";
import { defineKind, type LiveOf, type RecordedAction } from "./kind.ts";
import { openLive } from "./live.ts";
import type { Observations, OpenRun, Ports } from "./ports.ts";
import { randomFrom } from "./random.ts";

/** A small live kind: it counts, asks a model, runs code, and talks to a service that keeps state. */
const action = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), n: z.int() }),
  z.object({ do: z.literal("ask"), text: z.string() }),
  z.object({ do: z.literal("run"), n: z.int() }),
  z.object({ do: z.literal("send"), n: z.int() }),
]);
const toy = defineKind({
  id: "toy",
  title: "Toy",
  brief: z.object({ base: z.int() }),
  key: z.object({}),
  stages: [{ id: "only", title: "Only", answer: z.object({}) }],
  live: { action },
});

type State = { sum: number; said: string[]; service: OpenRun | null };

const live: LiveOf<typeof toy, State> = {
  start: ({ brief, seed }) => ({
    sum: brief.base + Math.floor(randomFrom(seed)() * 100),
    said: [],
    service: null,
  }),
  step: async ({ state, action: taken, ports }) => {
    if (taken.do === "add") return after({ ...state, sum: state.sum + taken.n });
    if (taken.do === "ask") {
      const reply = await ports.prose!.ask(question(taken.text));
      const said = reply.step === "offline" ? reply.reason : String(reply.value);
      return after({ ...state, said: [...state.said, said] });
    }
    const job = { language: "python" as const, files: {}, input: taken.n };
    if (taken.do === "run") {
      const seen = await ports.sandbox.run(job);
      return after({ ...state, sum: state.sum + Number(seen.result) });
    }
    const service = state.service ?? (await ports.sandbox.open(job));
    const seen = await service.send(taken.n);
    return after({ ...state, service, sum: state.sum + Number(seen.result) });
  },
};
const question = (input: string) => ({ name: "echo", instructions: "", input, schema: {} });
const after = (state: State) => ({ state, view: { sum: state.sum, said: state.said } });

/** A world that never answers twice alike, so that only the recording can make a replay agree. */
function world() {
  let calls = 0;
  let services = 0;
  const seen = (result: Json): Observations => ({
    end: "finished",
    result,
    stdout: "",
    stderr: "",
    calls: [],
  });
  const ports: Ports = {
    prose: {
      ask: async ({ input }) =>
        ++calls % 3 === 0
          ? { step: "offline", reason: `no ${calls}` }
          : { step: "text", value: `${String(input)} ${calls}`, model: "m" },
    },
    sandbox: {
      run: async () => seen(++calls * 7),
      open: async () => {
        let total = 0;
        services += 1;
        return {
          send: async (request) => {
            calls += 1;
            return seen((total += Number(request)));
          },
          close: async () => {},
        };
      },
    },
  };
  return { ports, calls: () => calls, services: () => services };
}

const material = (seed: string) => ({ brief: { base: 1 }, files: {}, key: {}, seed });
const visible = (state: unknown) => canonicalJson({ ...(state as State), service: null });

const actions = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("add"), n: fc.integer({ min: -9, max: 9 }) }),
    fc.record({ do: fc.constant("ask"), text: fc.string({ maxLength: 5 }) }),
    fc.record({ do: fc.constant("run"), n: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ do: fc.constant("send"), n: fc.integer({ min: 0, max: 9 }) }),
  ),
  { maxLength: 15 },
);

async function play(seed: string, bodies: readonly Json[]) {
  const outside = world();
  const run = await openLive(live, material(seed), { log: [], ports: outside.ports });
  const log: RecordedAction[] = [];
  for (const [index, body] of bodies.entries()) log.push((await run.take(body, index * 10)).action);
  return { run, log };
}

describe("openLive", () => {
  it("rebuilds from the log the state that was reached live, and asks nothing outside", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), actions, async (seed, bodies) => {
        const { run, log } = await play(seed, bodies);
        const outside = world();
        const stored = JSON.parse(JSON.stringify(log)) as RecordedAction[];
        const again = await openLive(live, material(seed), { log: stored, ports: outside.ports });
        expect(visible(again.state)).toBe(visible(run.state));
        expect(again.views).toEqual(run.views);
        expect(again.views).toHaveLength(log.length);
        expect(outside.calls()).toBe(0);
        expect(outside.services()).toBe(0);
      }),
    );
  });

  it("goes on after a replay as if it had never stopped", async () => {
    const send = (n: number): Json => ({ do: "send", n });
    const { run, log } = await play("s", [send(3), { do: "add", n: 1 }, send(4)]);
    const outside = world();
    const again = await openLive(live, material("s"), { log, ports: outside.ports });
    expect(outside.services()).toBe(0);
    const here = await run.take(send(5), 30);
    const there = await again.take(send(5), 30);
    expect(there.view).toEqual(here.view);
    expect(outside.services()).toBe(1);
    expect(outside.calls()).toBe(3);
  });

  it("meets a refusal again when it is replayed", async () => {
    const refused: Ports = {
      ...world().ports,
      prose: {
        ask: async () => {
          throw new AppError("too-many", { message: "Not now.", next: "Wait." });
        },
      },
    };
    const patient: typeof live = {
      ...live,
      step: async (input) => {
        try {
          return await live.step(input);
        } catch (error) {
          return after({ ...input.state, said: [...input.state.said, toAppError(error).code] });
        }
      },
    };
    const run = await openLive(patient, material("s"), { log: [], ports: refused });
    const { action: taken } = await run.take({ do: "ask", text: "why" }, 0);
    const log = JSON.parse(JSON.stringify([taken])) as RecordedAction[];
    const again = await openLive(patient, material("s"), { log, ports: world().ports });
    expect((again.state as State).said).toEqual(["too-many"]);
    expect(visible(again.state)).toBe(visible(run.state));
  });

  it.each([
    ["too few replies", (log: RecordedAction[]) => log.map((one) => ({ ...one, replies: [] }))],
    [
      "too many replies",
      (log: RecordedAction[]) => log.map((one) => ({ ...one, replies: [...one.replies, 1] })),
    ],
  ])("refuses a log with %s", async (_name, spoil) => {
    const { log } = await play("s", [{ do: "ask", text: "why" }]);
    const opened = openLive(live, material("s"), { log: spoil(log), ports: world().ports });
    await expect(opened).rejects.toMatchObject({ code: "replay-diverged" });
  });
});
