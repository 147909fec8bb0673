import { randomFrom } from "@loopwright/core";

import type { Exercise, Finding, Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";

/** The smallest exercise, which a new drill begins with: hosts that listen on a port that is not agreed. */
export const listeners: Exercise = {
  traits: ["clean"],
  make: (plan) => {
    const agreed = [443, 8443];
    const seen = listening(plan, agreed);
    const findings = seen
      .filter(({ port }) => !agreed.includes(port))
      .map(({ host, port }): Finding => ({ host, port: String(port) }));
    return {
      declared: null,
      region: "",
      files: {
        "agreed.json": JSON.stringify(agreed),
        "listening.json": JSON.stringify(seen, null, 1),
      },
      args: [],
      count: seen.length,
      secrets: [],
      expected: () => ({ findings, unread: [], exit: findings.length > 0 ? 3 : 0 }),
    };
  },
};

/** Ports stand on both sides of those that are agreed. */
function listening({ seed, size, traits }: Plan, agreed: readonly number[]) {
  const random = randomFrom(seed);
  const near = agreed.flatMap((port) => [port - 1, port + 1]);
  return Array.from({ length: size }, (_, index) => ({
    host: `10.0.${between(random, 0, 9)}.${index + 1}`,
    port: draw(random, traits.includes("clean") || index % 3 === 0 ? agreed : near),
  }));
}
