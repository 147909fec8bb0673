import type { Files } from "@loopwright/core";

import type { RepairAnswer } from "./answer.ts";
import type { ReviewBrief } from "./brief.ts";

/** Where files/ holds the files of a change as they were before. */
export const baseFolder = "base/";

export const oneNewline = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

/** Without what a change replaced: that is shown beside the new version and never runs. */
export const runnable = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(baseFolder)));

/** The drill's files that run, with the learner's versions laid over; only what the brief opens is taken. */
export function repairedFiles(brief: ReviewBrief, files: Files, answer: RepairAnswer): Files {
  const taken = brief.editable.flatMap((path) => {
    const text = answer.files[path];
    return text === undefined ? [] : [[path, oneNewline(text)] as const];
  });
  return { ...runnable(files), ...Object.fromEntries(taken) };
}

export const somethingChanged = (brief: ReviewBrief, files: Files, answer: RepairAnswer): boolean =>
  brief.editable.some((path) => {
    const text = answer.files[path];
    return text !== undefined && oneNewline(text) !== oneNewline(files[path] ?? "");
  });
