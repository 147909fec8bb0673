import { expect, test } from "vitest";

import { answered, lax, material, ports } from "./fixture.ts";
import { run } from "./run.ts";

const { brief, files } = material;
const running = (answer: unknown) =>
  run({ stage: "write", brief, files, answer, seed: "1", ports });

test("decides the stated examples of a draft, with their traces", async () => {
  expect(await running(answered(lax))).toMatchObject({
    examples: [
      { id: "try-read", trace: { allowed: true, reason: "allowed-by-resource" } },
      {
        id: "try-tls",
        trace: { gates: expect.arrayContaining([{}].map(() => expect.anything())) },
      },
    ],
  });
});

test("decides the start where nothing is written", async () => {
  expect(await running(null)).toMatchObject({ examples: [{ id: "try-read" }, { id: "try-tls" }] });
});

test("says why a document is refused, and decides nothing", async () => {
  const transcript = await running(answered('{ "Statement": [] }'));
  expect(transcript).toMatchObject({ problems: [{ document: "bucket", line: 1, column: 16 }] });
});

test("refuses a draft out of shape", () => {
  expect(() => running({ documents: { bucket: 7 } })).toThrow(/does not fit/);
});
