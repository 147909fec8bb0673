import type { Exercise } from "../exercise.ts";
import { partsOf } from "./fakes.ts";
import { sourceTree } from "./tree.ts";

/** Secrets in a source tree, among much that only looks like them. With a trait, no tokens: the rest is sure. */
export const secretsInSource: Exercise = {
  traits: ["clean", "fixtures", "odd-files", "sure"],
  make: (plan) => {
    const { files, findings, secrets } = sourceTree(plan);
    return {
      declared: null,
      region: "",
      files,
      args: [],
      count: Object.keys(files).length,
      // Most of a secret is the secret.
      secrets: secrets.flatMap(partsOf),
      expected: () => ({ findings, unread: [], exit: findings.length > 0 ? 1 : 0 }),
    };
  },
};
