import { describe, expect, it } from "vitest";

import { AppError } from "./errors.ts";
import type { Ports, ProsePort, ProseReply } from "./ports.ts";
import { recordingPorts, replayingPorts } from "./replies.ts";

const nowhere = async () => {
  throw new AppError("not-confined", { message: "Nothing runs here.", next: "-" });
};
const sandbox = { run: nowhere, open: nowhere };
const question = (input: string) => ({ name: "q", instructions: "", input, schema: {} });
const answered = (value: string): ProseReply => ({ step: "text", value, model: "m" });

/** Answers the first question last. */
const slowFirst: ProsePort = {
  ask: async ({ input }) => {
    await new Promise((resolve) => setTimeout(resolve, input === "a" ? 20 : 0));
    if (input === "c") throw new AppError("too-many", { message: "Not now.", next: "Wait." });
    return input === "d"
      ? { step: "offline", reason: "It is gone." }
      : answered(`${String(input)}!`);
  },
};

/** A grader that asks all at once, and tells what it heard. */
const grade = (ports: Ports) =>
  Promise.all(
    ["a", "b", "c", "d"].map(async (input) =>
      ports.prose?.ask(question(input)).catch((error: AppError) => error.code),
    ),
  );

const heard = [
  answered("a!"),
  answered("b!"),
  "too-many",
  { step: "offline", reason: "It is gone." },
];

describe("replies that were recorded", () => {
  it("make the same grade again, in the order of asking, and ask nobody", async () => {
    const { ports, replies } = recordingPorts({ sandbox, prose: slowFirst });
    expect(await grade(ports)).toEqual(heard);
    const stored = JSON.parse(JSON.stringify(replies()));
    const silent: ProsePort = { ask: async () => answered("asked anew") };
    expect(await grade(replayingPorts({ sandbox, prose: silent }, stored))).toEqual(heard);
    expect(await grade(replayingPorts({ sandbox }, stored))).toEqual(heard);
  });

  it("say so when more is asked than was recorded", async () => {
    const { prose } = replayingPorts({ sandbox }, [{ value: answered("one") }]);
    await prose?.ask(question("a"));
    await expect(prose?.ask(question("b"))).rejects.toMatchObject({ code: "replay-diverged" });
  });

  it("are none where no model was asked, and the port is absent again", async () => {
    const { ports, replies } = recordingPorts({ sandbox });
    expect([ports.prose, replies()]).toEqual([undefined, []]);
    expect(replayingPorts({ sandbox, prose: slowFirst }, []).prose).toBeUndefined();
  });
});
