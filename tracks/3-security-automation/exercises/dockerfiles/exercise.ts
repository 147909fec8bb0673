import { randomFrom } from "@loopwright/core";

import type { Exercise } from "../exercise.ts";
import { files, lookalikes } from "./files.ts";

/** Which images a build takes from a registry by a name that somebody can move to another image. */
export const dockerfiles: Exercise = {
  traits: ["stages", "copied", "arguments", "continued", "unknown", "clean"],
  make: ({ seed, size, traits }) => {
    const made = files(randomFrom(seed), { size, traits });
    const findings = made.flatMap(({ path, loose }) => loose.map((image) => ({ path, image })));
    const unread = made.filter(({ isOpen }) => isOpen).map(({ path }) => path);
    return {
      declared: null,
      region: "",
      files: {
        ...Object.fromEntries(made.map(({ path, text }) => [path, text])),
        ...lookalikes(made),
      },
      args: ["services"],
      count: made.length,
      secrets: [],
      expected: () => ({
        findings,
        unread,
        exit: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0,
      }),
    };
  },
};
