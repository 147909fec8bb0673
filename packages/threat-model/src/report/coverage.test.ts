import { describe, expect, it } from "vitest";

import { model as shape } from "../model/model.ts";
import type { StrideCategory } from "../model/words.ts";
import type { Analysis, Finding } from "../rules/finding.ts";
import { coverageOf } from "./coverage.ts";

const model = shape.parse({
  format: 1,
  title: "Shop",
  elements: [
    { id: "who", name: "Customer", type: "actor" },
    { id: "api", name: "", type: "process" },
    { id: "db", name: "Orders", type: "store" },
    { id: "trail", name: "Trail", type: "store", technology: "aws-cloudtrail" },
    { id: "notes", name: "Notes", type: "store", data: ["events"] },
    { id: "paid", name: "Bank", type: "process", outOfScope: { reason: "Bought" } },
  ],
  flows: [{ id: "buy", name: "buy", source: "who", target: "api" }],
  data: [{ id: "events", name: "Events", kinds: ["log"] }],
  threats: [
    { id: "t1", targets: ["db", "api"], stride: ["T"], state: "mitigated" },
    { id: "t2", targets: ["db"], stride: ["I"], state: "open" },
    { id: "t3", targets: ["db"], stride: ["I"], state: "accepted" },
    { id: "t4", targets: ["db"], stride: ["D"], state: "not-applicable" },
    { id: "t5", targets: ["buy"], stride: ["I"], state: "accepted", finding: "r:buy" },
  ],
});

const finding = (
  id: string,
  stride: StrideCategory,
  more: Partial<Pick<Finding, "threat" | "decision">> = {},
) => ({ id, subject: id.split(":")[1]!, stride, threat: null, decision: null, ...more }) as Finding;

const decision = { finding: "r:api", state: "not-applicable", reason: "" } as const;
const analysis: Analysis = {
  shown: [],
  findings: [
    finding("r:buy", "I", { threat: "t5" }),
    finding("r:who", "S"),
    finding("r:api", "S", { decision }),
    finding("q:db", "S"),
    finding("r:gone", "S"),
  ],
};

const marks = { open: "!", handled: "+", decided: "=", none: ".", "not-applicable": " " } as const;

describe("coverage", () => {
  // S T R I D E, each as its mark above.
  it.each<[string, string, string]>([
    ["an actor: S and R", "who", "! .   "],
    ["a process: all", "api", "=+...."],
    ["a store: T I D, and what was found all the same", "db", "!+ != "],
    ["a store that is a log: R as well", "trail", " .... "],
    ["a store that keeps a log", "notes", " .... "],
    ["a flow: T I D", "buy", " . +. "],
    ["out of scope: nothing", "paid", "      "],
  ])("asks of %s", (_name, id, expected) => {
    const row = coverageOf(model, analysis).rows.find((one) => one.id === id)!;
    expect(
      Object.values(row.cells)
        .map(({ state }) => marks[state])
        .join(""),
    ).toBe(expected);
  });

  it("names what it counted, and a row without a name by its id", () => {
    const { rows, totals } = coverageOf(model, analysis);
    expect(rows.find(({ id }) => id === "db")!.cells.I.threats).toEqual(["t2", "t3"]);
    expect(rows.find(({ id }) => id === "buy")!.cells.I.findings).toEqual(["r:buy"]);
    expect(rows.find(({ id }) => id === "api")!.name).toBe("api");
    expect(totals).toMatchObject({ open: 3, handled: 3, decided: 2 });
    expect(Object.values(totals).reduce((sum, one) => sum + one, 0)).toBe(rows.length * 6);
  });
});
