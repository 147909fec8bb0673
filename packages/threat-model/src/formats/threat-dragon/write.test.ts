import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { parseLines } from "../../lines/index.ts";
import { arbitraryModel } from "../../model/arbitrary.ts";
import { emptyModel } from "../../model/model.ts";
import { isUuid } from "../common/uuid.ts";
import { parseJson } from "../source/json.ts";
import { toThreatDragon } from "./write.ts";

/** What Threat Dragon demands; more is allowed everywhere. */
const uuid = z.string().refine(isUuid);
const point = z.looseObject({ x: z.number(), y: z.number() });
const end = z.union([z.looseObject({ cell: uuid }), point]);
const threat = z.looseObject({
  id: uuid,
  title: z.string(),
  status: z.enum([
    "Open",
    "Mitigated",
    "Accepted",
    "Transferred",
    "Avoided",
    "Eliminated",
    "NotApplicable",
  ]),
  severity: z.enum(["TBD", "Low", "Medium", "High", "Critical"]),
  type: z.string(),
  description: z.string(),
  mitigation: z.string(),
  number: z.number(),
});
const data = z.looseObject({
  type: z.string().startsWith("tm."),
  name: z.string(),
  hasOpenThreats: z.boolean(),
  threats: z.array(threat),
});
const size = z.looseObject({ width: z.number().positive(), height: z.number().positive() });
const node = (shape: string[], named: string) =>
  z.looseObject({
    id: uuid,
    shape: z.enum(shape),
    zIndex: z.number(),
    position: point,
    size,
    attrs: z.looseObject({ [named]: z.looseObject({ text: z.string() }) }),
    data,
  });
const flow = z.looseObject({
  id: uuid,
  shape: z.literal("flow"),
  zIndex: z.number(),
  source: end,
  target: end,
  vertices: z.array(point),
  labels: z.array(
    z.looseObject({ attrs: z.looseObject({ labelText: z.looseObject({ text: z.string() }) }) }),
  ),
  data,
});
const file = z.looseObject({
  version: z.string().max(10),
  summary: z.looseObject({ title: z.string() }),
  detail: z.looseObject({
    contributors: z.array(z.looseObject({ name: z.string() })),
    diagramTop: z.number(),
    threatTop: z.number(),
    reviewer: z.string(),
    diagrams: z.array(
      z.looseObject({
        id: z.int(),
        title: z.string(),
        diagramType: z.string(),
        thumbnail: z.string(),
        version: z.string(),
        cells: z.array(
          z.union([
            node(["actor", "process", "store"], "text"),
            node(["trust-boundary-box"], "label"),
            flow,
          ]),
        ),
      }),
    ),
  }),
});

const written = (lines: string) =>
  file.parse(parseJson(toThreatDragon(parseLines(lines).model).text));
const cells = (lines: string) => written(lines).detail.diagrams[0]!.cells;

describe("a file for Threat Dragon", () => {
  it("is one that it takes", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const value = parseJson(toThreatDragon(model).text);
        const { data: seen, error } = file.safeParse(value);
        expect(error?.issues).toBeUndefined();
        const all = seen!.detail.diagrams.flatMap((one) => one.cells);
        expect(all).toHaveLength(model.zones.length + model.elements.length + model.flows.length);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      }),
      { numRuns: 10 },
    );
  });

  it("draws what has no place yet, outer boundaries first and below", () => {
    const seen = cells("zone in 9 in out\nzone out 5\nprocess a in in\nstore b in out\na -> b: x");
    expect(seen.map(({ data: one }) => one.name)).toEqual(["out", "in", "a", "b", "x"]);
    expect(seen.map(({ zIndex }) => zIndex < 0)).toEqual([true, true, false, false, false]);
  });

  it("says that a threat is open, and what is done", () => {
    const [api] = cells("process api\nmitigate m: Sign it\nthreat t T 4x5 on api by m: Changed");
    expect(api!.data).toMatchObject({
      hasOpenThreats: true,
      threats: [
        {
          title: "Changed",
          type: "Tampering",
          severity: "Critical",
          mitigation: "Sign it",
          number: 1,
        },
      ],
    });
  });

  it.each([
    ["a -> b [HTTPS]", { isEncrypted: true, protocol: "HTTPS", isBidirectional: false }],
    ["a <-> b [HTTP]", { isEncrypted: false, protocol: "HTTP", isBidirectional: true }],
  ])("writes %s", (line, said) => expect(cells(line).at(-1)!.data).toMatchObject(said));

  it("tells what Threat Dragon does not show", () => {
    expect(toThreatDragon(emptyModel("T")).notes).toEqual([]);
    expect(toThreatDragon(parseLines("zone a 5\ndata d").model).notes[0]).toContain(
      "1 trust level and 1 data asset",
    );
  });
});
