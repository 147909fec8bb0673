import type { Files } from "@loopwright/core";

import type { RepairAnswer } from "./answer.ts";
import type { ReviewBrief } from "./brief.ts";

export const oneNewline = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

/** The drill's files with the learner's versions laid over; only what the brief opens is taken. */
export function repairedFiles(brief: ReviewBrief, files: Files, answer: RepairAnswer): Files {
  const taken = brief.editable.flatMap((path) => {
    const text = answer.files[path];
    return text === undefined ? [] : [[path, oneNewline(text)] as const];
  });
  return { ...files, ...Object.fromEntries(taken) };
}

export const somethingChanged = (brief: ReviewBrief, files: Files, answer: RepairAnswer): boolean =>
  brief.editable.some((path) => {
    const text = answer.files[path];
    return text !== undefined && oneNewline(text) !== oneNewline(files[path] ?? "");
  });
