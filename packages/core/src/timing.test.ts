import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { enterStage, pause, resume, silenceMs, startClock, tick, type Clock } from "./timing.ts";

const practice = { interview: false };
const interview = { interview: true };
const minute = 60_000;

const twoPauses = (rules: { interview: boolean }): Clock => {
  let clock = startClock("review", 0);
  clock = pause(clock, minute, rules);
  clock = resume(clock, 2.5 * minute, rules);
  clock = pause(clock, 3 * minute, rules);
  return resume(clock, 5 * minute, rules);
};

describe("clock", () => {
  it("counts activity per stage", () => {
    let clock = tick(startClock("review", 1000), 31_000, practice);
    clock = enterStage(clock, { stage: "repair", now: 41_000, ...practice });
    clock = tick(clock, 51_000, practice);
    expect(clock.timing).toEqual({
      activeMs: 50_000,
      pauses: [],
      perStageMs: { review: 40_000, repair: 10_000 },
    });
  });

  it("takes a long silence as a closed page", () => {
    const { timing } = tick(startClock("review", 0), 60 * minute, practice);
    expect(timing.activeMs).toBe(silenceMs);
    expect(timing.pauses).toEqual([{ atMs: silenceMs, lengthMs: 60 * minute - silenceMs }]);
  });

  it("takes pauses out in practice", () => {
    expect(twoPauses(practice).timing.activeMs).toBe(1.5 * minute);
  });

  it("takes out two minutes at most under interview conditions", () => {
    expect(twoPauses(interview).timing.activeMs).toBe(3 * minute);
  });

  it("counts nothing while paused, and resuming twice changes nothing", () => {
    const paused = pause(startClock("review", 0), 10, practice);
    expect(tick(paused, 1_000_000, practice)).toEqual(paused);
    const resumed = resume(paused, 20, practice);
    expect(resume(resumed, 30, practice)).toEqual(resumed);
  });

  it("survives a clock that was set back", () => {
    const clock = tick(startClock("review", 10_000), 5000, practice);
    expect(clock.timing.activeMs).toBe(0);
    expect(tick(clock, 6000, practice).timing.activeMs).toBe(1000);
  });

  it("adds up: active time and pauses are the time that passed, and stages are the active time", () => {
    const event = fc.record({
      after: fc.integer({ min: 0, max: 10 * minute }),
      what: fc.constantFrom("tick", "pause", "resume", "enter"),
    });
    fc.assert(
      fc.property(fc.array(event), fc.boolean(), (events, strict) => {
        const rules = { interview: strict };
        let now = 0;
        let clock = startClock("a", now);
        for (const { after, what } of [
          ...events,
          { after: 0, what: "resume" },
          { after: 0, what: "tick" },
        ]) {
          now += after;
          if (what === "tick") clock = tick(clock, now, rules);
          if (what === "pause") clock = pause(clock, now, rules);
          if (what === "resume") clock = resume(clock, now, rules);
          if (what === "enter") clock = enterStage(clock, { stage: "b", now, ...rules });
        }
        const { activeMs, pauses, perStageMs } = clock.timing;
        const paused = pauses.reduce((sum, one) => sum + one.lengthMs, 0);
        const staged = Object.values(perStageMs).reduce((sum, ms) => sum + ms, 0);
        expect(activeMs + paused).toBe(now);
        expect(staged).toBe(activeMs);
        if (strict) expect(paused).toBeLessThanOrEqual(2 * minute);
      }),
    );
  });
});
