import { z } from "zod";
import { defineKind } from "@loopwright/core";

/** A live kind: every action adds, asks code for a number, or does both. */
export const kind = defineKind({
  id: "counter",
  title: "Counter",
  brief: z.strictObject({ from: z.int() }),
  key: z.strictObject({ to: z.int() }),
  stages: [{ id: "count", title: "Count", answer: z.strictObject({}) }],
  live: { action: z.strictObject({ add: z.int() }) },
});
