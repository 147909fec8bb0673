import { world, type Job } from "@loopwright/core";
import { expect, test } from "vitest";

import { material, portsReporting, portsRunning } from "./fixture.ts";
import { run } from "./run.ts";

const { brief, files } = material;
const input = { stage: "repair", brief, files, seed: "1" } as const;

test("shows each sample's steps and what was printed", async () => {
  const ports = portsReporting([true, true], { stdout: "hello\n" });
  expect(await run({ ...input, answer: { files: {} }, ports })).toEqual({
    end: "finished",
    samples: [{ title: "Reads an order", steps: ["GET /orders/1\n→ 200 fine"] }],
    stdout: "hello\n",
    stderr: "",
  });
});

test.each([[null], [{ files: { "db.py": "evil" } }]])(
  "a draft of %j runs the starter",
  async (answer) => {
    const jobs: Job[] = [];
    const ports = portsRunning((job) => {
      jobs.push(job);
      return portsReporting([true]).sandbox.run(job);
    });
    await run({ ...input, answer, ports });
    expect(jobs.map((job) => job.files)).toEqual([files]);
  },
);

test("the samples' world goes with the job: files and environment inside, hosts outside", async () => {
  const jobs: Job[] = [];
  const ports = portsRunning((job) => {
    jobs.push(job);
    return portsReporting([true]).sandbox.run(job);
  });
  const hosts = [{ address: "10.0.0.7", port: 80, serves: {} }];
  const made = world.parse({ env: { REGION: "{{nonce.region}}" }, hosts });
  await run({ ...input, brief: { ...brief, world: made }, answer: null, ports });
  expect(jobs).toEqual([
    expect.objectContaining({
      input: expect.objectContaining({
        world: { files: {}, env: { REGION: expect.stringMatching(/^[a-z0-9]{12}$/) } },
      }),
      world: expect.objectContaining({ hosts }),
    }),
  ]);
});

test("a run without a report shows that nothing came back", async () => {
  const ports = portsReporting([], { end: "time", result: null });
  expect(await run({ ...input, answer: null, ports })).toMatchObject({
    end: "time",
    samples: [{ steps: ["GET /orders/1\n→ nothing"] }],
  });
});

test.each([
  ["the review", { ...input, stage: "review" as const, answer: null }, "not-allowed"],
  ["a broken draft", { ...input, answer: { files: 3 } }, "invalid-answer"],
])("%s is refused", async (_name, what, code) => {
  await expect(run({ ...what, ports: portsReporting([]) })).rejects.toMatchObject({ code });
});
