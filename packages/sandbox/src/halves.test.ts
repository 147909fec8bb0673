import { expect, it } from "vitest";

import type { Job, Json, Observations, SandboxPort } from "@loopwright/core";

import { inHalves } from "./halves.ts";

/** Echoes the cases or pages of a job, and tells which jobs it got. */
function port(ends: Partial<Record<number, Observations["end"]>> = {}) {
  const got: Job[] = [];
  const run: SandboxPort["run"] = async (job) => {
    got.push(job);
    const at = got.length;
    await new Promise((resolve) => setTimeout(resolve, at === 1 ? 20 : 1));
    const end = ends[at] ?? "finished";
    const { cases, pages } = job.input as Record<string, Json>;
    const result: Json =
      end === "finished" ? (cases === undefined ? { pages: pages! } : { cases }) : null;
    return { end, result, stdout: `out ${at}\n`, stderr: `err ${at}\n`, calls: [] };
  };
  const open: SandboxPort["open"] = () => Promise.reject(new Error("not asked for"));
  return { got, halved: inHalves({ run, open }) };
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const job = (input: Json, more: Partial<Job> = {}): Job => ({
  language: "javascript",
  files: {},
  input,
  ...more,
});

it.each(["cases", "pages"])(
  "runs the %s of a long job in two halves, in their order",
  async (name) => {
    const { got, halved } = port();
    const seen = await halved.run(job({ entry: "a", [name]: numbers(9) }));
    expect(got.map(({ input }) => input)).toEqual([
      { entry: "a", [name]: [0, 2, 4, 6, 8] },
      { entry: "a", [name]: [1, 3, 5, 7] },
    ]);
    expect(seen).toEqual({
      end: "finished",
      result: { [name]: numbers(9) },
      stdout: "out 1\nout 2\n",
      stderr: "err 1\nerr 2\n",
      calls: [],
    });
  },
);

it("gives both halves as many steps to do", async () => {
  const steps = [1, 1, 6, 1, 1, 1, 1, 2];
  const cases = steps.map((count) => ({ steps: numbers(count) }));
  const { got, halved } = port();
  const seen = await halved.run(job({ cases }));
  const counts = got.map(({ input }) =>
    (input as { cases: typeof cases }).cases.map((one) => one.steps.length),
  );
  expect(counts).toEqual([
    [6, 1],
    [2, 1, 1, 1, 1, 1],
  ]);
  expect(seen.result).toEqual({ cases });
});

it("takes no report of a half that has another number of cases than it was given", async () => {
  const run: SandboxPort["run"] = async () => {
    const result = { cases: [1, 2, 3] };
    return { end: "finished", result, stdout: "", stderr: "", calls: [] };
  };
  const halved = inHalves({ run, open: () => Promise.reject(new Error("not asked for")) });
  const seen = await halved.run(job({ cases: numbers(8) }));
  expect(seen).toMatchObject({ end: "finished", result: null });
});

it.each<[string, Job]>([
  ["a short one", job({ cases: numbers(7) })],
  ["one with services of its own", job({ cases: numbers(9) }, { services: { count: () => 1 } })],
  ["one in another language", job({ cases: numbers(9) }, { language: "java" })],
  ["one of another shape", job({ cases: "nine" })],
])("leaves %s whole", async (_, whole) => {
  const { got, halved } = port();
  await halved.run(whole);
  expect(got).toEqual([whole]);
});

it("leaves jobs whole that come while another runs, and halves the next", async () => {
  const { got, halved } = port();
  const [first, second] = [job({ cases: numbers(8) }), job({ cases: numbers(10) })];
  await Promise.all([halved.run(first), halved.run(second)]);
  expect(got.slice(2)).toEqual([second]);
  await halved.run(first);
  expect(got).toHaveLength(5);
});

it.each([
  [1, "time"],
  [2, "memory"],
] as const)("ends as half %i did", async (at, end) => {
  const { halved } = port({ [at]: end });
  expect(await halved.run(job({ cases: numbers(8) }))).toMatchObject({ end, result: null });
});
