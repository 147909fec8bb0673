import type { Exercise } from "../exercise.ts";
import { sourceTree } from "./tree.ts";

/** Calls that let a shell read a value from outside, among many that do not. */
export const noisyRule: Exercise = {
  traits: ["clean", "folders", "quoted", "silenced", "values"],
  make: (plan) => {
    const { files, findings } = sourceTree(plan);
    return {
      declared: null,
      region: "",
      files,
      args: [],
      count: Object.keys(files).length,
      secrets: [],
      expected: () => ({ findings, unread: [], exit: findings.length > 0 ? 1 : 0 }),
    };
  },
};
