import { buildWorld } from "@loopwright/aws/world";
import { describe, expect, it } from "vitest";

import { exercises } from "./index.ts";

const all = Object.entries(exercises);

describe.each(all)("%s", (_id, exercise) => {
  const plans = [[], ...exercise.traits.map((trait) => [trait])].map((traits) => ({
    seed: "a",
    size: 12,
    traits,
  }));

  it.each(plans)("builds with $traits, and gives something to find or to say", (plan) => {
    const made = exercise.make(plan);
    const world = made.declared && buildWorld(made.declared, plan.seed);
    const { findings, unread } = made.expected(world);
    const said = findings.length + unread.length;
    // By this name a trait means that all is well.
    if (plan.traits.includes("clean")) expect(said).toBe(0);
    else expect(said).toBeGreaterThan(plan.traits.length === 0 ? 2 : 0);
  });

  it("is the same for the same seed, and another for another", () => {
    const of = (seed: string) => JSON.stringify(exercise.make({ seed, size: 12, traits: [] }));
    expect(of("a")).toBe(of("a"));
    expect(of("a")).not.toBe(of("b"));
  });
});
