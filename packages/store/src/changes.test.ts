import { describe, expect, it } from "vitest";

import { changeLog, noting } from "./changes.ts";

describe("the log of changes", () => {
  it("tells what changed since a mark, by kind, each once", () => {
    const log = changeLog({ alone: true });
    const first = log.mark();
    log.note("attempts", "a1");
    log.note("attempts", "a1");
    const second = log.mark();
    log.note("cards", "c1");
    log.note("attempts", "a2");
    expect([...log.since(first, "attempts")!]).toEqual(["a1", "a2"]);
    expect([...log.since(second, "attempts")!]).toEqual(["a2"]);
    expect([...log.since(second, "cards")!]).toEqual(["c1"]);
    expect([...log.since(log.mark(), "attempts")!]).toEqual([]);
  });

  it("knows nothing where one change was of nobody knows what", () => {
    const log = changeLog({ alone: true });
    const mark = log.mark();
    log.note("cards", null);
    expect(log.since(mark, "cards")).toBeNull();
    expect(log.since(mark, "attempts")?.size).toBe(0);
    expect(log.since(log.mark(), "cards")?.size).toBe(0);
  });

  it("knows nothing beyond what it keeps", () => {
    const log = changeLog({ alone: true });
    const mark = log.mark();
    for (let at = 0; at < 5000; at++) log.note("cards", `c${at}`);
    expect(log.since(mark, "cards")).toBeNull();
    expect(log.since(log.mark() - 900, "cards")?.size).toBe(900);
  });

  it("knows nothing where others may write", () => {
    const log = changeLog({ alone: false });
    expect(log.since(log.mark(), "cards")).toBeNull();
  });
});

describe("a repository whose writes are noted", () => {
  it("notes each after it, failed ones too, and nothing for a read", async () => {
    const noted: (string | null)[] = [];
    const repository = {
      read: async () => noted.length,
      write: async (id: string) => {
        if (id === "bad") throw new Error("refused");
        return noted.length;
      },
    };
    const through = noting(repository, (id) => noted.push(id), { write: (id) => id });
    expect(await through.write("a")).toBe(0);
    await expect(through.write("bad")).rejects.toThrow("refused");
    await through.read();
    expect(noted).toEqual(["a", "bad"]);
  });
});
