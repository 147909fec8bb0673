import type { Exercise } from "../exercise.ts";
import { sourceTree } from "./tree.ts";

/** Files that are opened under a name that a caller chose, in a tree of services where most are not. */
export const siblings: Exercise = {
  traits: ["clean", "strangers", "unreadable"],
  make: (plan) => {
    const { files, findings, unread } = sourceTree(plan);
    return {
      declared: null,
      region: "",
      files,
      args: [],
      count: Object.keys(files).length,
      secrets: [],
      expected: () => ({
        findings,
        unread,
        exit: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0,
      }),
    };
  },
};
