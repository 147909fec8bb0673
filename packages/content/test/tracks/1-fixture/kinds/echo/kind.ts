import { z } from "zod";
import { defineKind, type MaterialProblem } from "@loopwright/core";

/** The answer must be the key's word. */
export const kind = defineKind({
  id: "echo",
  title: "Echo",
  brief: z.strictObject({ question: z.string() }),
  key: z.strictObject({
    word: z.string(),
    tests: z.strictObject({ list: z.array(z.string()) }).optional(),
  }),
  stages: [{ id: "say", title: "Say", answer: z.strictObject({ word: z.string().max(1000) }) }],
});

export const listing = ({ brief }: { brief: { question: string } }) => brief.question;

export const checkMaterial = ({ key }: { key: { word: string } }): MaterialProblem[] =>
  key.word === "forbidden"
    ? [{ where: "answer/key.yaml word", message: "may not be “forbidden”" }]
    : [];
