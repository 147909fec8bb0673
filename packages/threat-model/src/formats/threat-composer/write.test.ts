import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { parseLines } from "../../lines/index.ts";
import { arbitraryModel } from "../../model/arbitrary.ts";
import { emptyModel } from "../../model/model.ts";
import { parseJson } from "../source/json.ts";
import { readThreatComposer } from "./read.ts";
import { toThreatComposer } from "./write.ts";

/** What Threat Composer demands: it refuses a whole file over one unknown key, or one text too long. */
const text = (max: number) => z.string().max(max);
const linkId = z.string().length(36);
const metadata = z.array(
  z.union([
    z.strictObject({ key: z.literal("Comments"), value: text(1000) }),
    z.strictObject({ key: z.literal("Priority"), value: z.enum(["High", "Medium", "Low"]) }),
    z.strictObject({ key: z.literal("STRIDE"), value: z.array(z.enum([..."STRIDE"])) }),
    z.strictObject({
      key: z.enum(["source", "threatPackId", "threatPackThreatId"]),
      value: z.string(),
    }),
    z.strictObject({
      key: z.enum(["mitigationPackId", "mitigationPackMitigationId"]),
      value: z.string(),
    }),
    z.strictObject({
      key: z.string().startsWith("custom:").max(50),
      value: z.union([z.string(), z.array(z.string())]),
    }),
  ]),
);
const numbered = {
  id: linkId,
  numericId: z.number(),
  displayOrder: z.number().optional(),
  tags: z.array(text(30).min(1)),
  metadata,
};
const picture = z.strictObject({
  image: z
    .string()
    .regex(/^https?:\/\/|^data:image\/[a-z+]{3,};base64,/)
    .max(1_000_000)
    .optional(),
  description: z.string().optional(),
});
const strict = z.strictObject({
  schema: z.literal(1),
  workspace: z.json().optional(),
  applicationInfo: z.strictObject({ name: text(200), description: text(100_000) }),
  architecture: picture,
  dataflow: picture,
  assumptions: z.array(z.strictObject({ ...numbered, content: text(1000) })),
  mitigations: z.array(
    z.strictObject({
      ...numbered,
      content: text(1000),
      status: z.string().startsWith("mitigation"),
    }),
  ),
  assumptionLinks: z.array(
    z.strictObject({
      type: z.enum(["Mitigation", "Threat"]),
      assumptionId: linkId,
      linkedId: linkId,
    }),
  ),
  mitigationLinks: z.array(z.strictObject({ mitigationId: linkId, linkedId: linkId })),
  threats: z.array(
    z.strictObject({
      ...numbered,
      threatSource: text(200),
      prerequisites: text(200),
      threatAction: text(200),
      threatImpact: text(200),
      customTemplate: text(200).optional(),
      impactedGoal: z.array(text(200)),
      impactedAssets: z.array(text(200)),
      statement: text(1400),
      status: z.enum(["threatIdentified", "threatResolved", "threatResolvedNotUseful"]),
    }),
  ),
  brainstorm: z.json().optional(),
});

const shop = `model Shop
zone cloud 80
process api in cloud: Order API
mitigate m1: Check the owner
threat t1 I 4x5 on api by m1: Orders of R&D leak to <b>strangers</b>
  source: customer
  action: read the orders of another customer`;

describe("a file for Threat Composer", () => {
  it("is one that it takes", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const value = parseJson(toThreatComposer(model).text);
        expect(strict.safeParse(value).error?.issues).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it("is one that it takes, of a file of its own", () => {
    const its = readFileSync(
      new URL("../fixtures/parcel-lockers.tc.json", import.meta.url),
      "utf8",
    );
    expect(strict.safeParse(parseJson(its)).error).toBeUndefined();
    const again = toThreatComposer(readThreatComposer(parseJson(its)).model).text;
    expect(strict.safeParse(parseJson(again)).error).toBeUndefined();
  });

  it("says what is lost, and what Threat Composer will change", () => {
    const { lost, notes, fileName } = toThreatComposer(parseLines(shop).model);
    expect(fileName).toBe("shop.tc.json");
    expect(lost).toEqual([
      "Threat Composer holds no diagram: 1 element and 1 zone are not in the file.",
      "Without the diagram, 1 link of threats and assumptions to its parts stay in the file as text only.",
    ]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("1 text, threats[0].metadata[");
  });

  it("cuts long texts, and says which", () => {
    const model = {
      ...emptyModel("T"),
      ...parseLines(`threat t\n  action: ${"a".repeat(300)}`).model,
    };
    expect(toThreatComposer(model).lost).toEqual([
      "Threat Composer allows shorter texts; 1 text is cut off: the action of t (300 of 200 characters).",
    ]);
  });

  it("shows the diagram as a picture, if it is small enough", () => {
    const dataflow = (diagram: string) => {
      const { text: file, notes } = toThreatComposer(emptyModel("T"), { diagram });
      return [strict.parse(parseJson(file)).dataflow.image, notes.length];
    };
    const svg = "<svg xmlns='http://www.w3.org/2000/svg'><text>Größe</text></svg>";
    const [image] = dataflow(svg);
    expect(Buffer.from(String(image).split(",")[1]!, "base64").toString("utf8")).toBe(svg);
    expect(dataflow("x".repeat(800_000))).toEqual([undefined, 1]);
  });

  it("gives a part the same UUID each time, and its id back", () => {
    const [first, second] = [shop, shop.replace("Order API", "API")].map((lines) =>
      strict.parse(parseJson(toThreatComposer(parseLines(lines).model).text)),
    );
    expect(first!.threats[0]!.id).toBe(second!.threats[0]!.id);
    expect(readThreatComposer(first as never).model.threats[0]!.id).toBe("t1");
  });

  it("takes a threat that was copied in Threat Composer for another one", () => {
    const file = strict.parse(parseJson(toThreatComposer(parseLines(shop).model).text));
    const copy = { ...file.threats[0]!, id: "00000000-0000-4000-8000-000000000001" };
    const { model, notices } = readThreatComposer({ ...file, threats: [...file.threats, copy] });
    expect(model.threats.map(({ id }) => id)).toEqual(["t1", copy.id]);
    expect(notices).toEqual([]);
  });

  it.each([
    ["Priority", '"High"', '"Low"', { likelihood: 2, impact: 2 }],
    ["nothing", '"x"', '"x"', { likelihood: 4, impact: 5 }],
  ])("reads a risk after an edit of %s", (_, from, to, risk) => {
    const { text: file } = toThreatComposer(parseLines(shop).model);
    expect(readThreatComposer(parseJson(file.replace(from, to))).model.threats[0]!.risk).toEqual(
      risk,
    );
  });
});
