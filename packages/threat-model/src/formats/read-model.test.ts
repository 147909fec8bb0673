import { AppError } from "@loopwright/core";
import { readdirSync, readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { arbitraryModel } from "../model/arbitrary.ts";
import { emptyModel, model as modelShape } from "../model/model.ts";
import { problemsOf } from "../model/problems.ts";
import { asJson } from "./common/as-json.ts";
import * as formats from "./index.ts";
import { readModel } from "./index.ts";

const folder = new URL("fixtures/", import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, folder), "utf8");
const fixtures = readdirSync(folder).map((name) => ({ name, text: fixture(name) }));

function failure(text: string | Uint8Array, name = "model.json"): AppError {
  try {
    readModel(text, name);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  }
  throw new Error("It was read.");
}

const minimal = { format: 1, title: "T" };
const flow = (id: string, source: string, target: string) => ({ id, name: id, source, target });
const process = (id: string) => ({ id, name: id, type: "process" });
const zone = (id: string, parent: string | null) => ({ id, name: id, trust: 5, parent });
const own = (parts: object) => readModel(JSON.stringify({ ...minimal, ...parts }), "m.json");

describe("which format it is", () => {
  it.each([
    ["parcel-lockers.tc.json", "threat-composer"],
    ["web-shop.threat-dragon.json", "threat-dragon"],
    ["ticket-desk.threat-dragon-1.json", "threat-dragon"],
    ["health-portal.otm.yaml", "otm"],
    ["photo-sharing.lines.txt", "lines"],
    ["photo-sharing.model.json", "loopwright"],
  ])("%s is %s, whatever it is called", (name, format) => {
    for (const called of [name, "data", "a.json", "a.txt"]) {
      expect(readModel(fixture(name), called).format).toBe(format);
    }
  });

  it("takes a file that is a version 1 and a version 2 of Threat Dragon for a 2", () => {
    const diagram = {
      title: "Both",
      diagramJson: { cells: [] },
      cells: [{ id: "a", shape: "actor" }],
    };
    const file = { version: "2.0", summary: { title: "New" }, detail: { diagrams: [diagram] } };
    expect(readModel(JSON.stringify(file), "x.json").model.elements).toHaveLength(1);
  });

  it("names all formats where it is none", () => {
    for (const text of ["[]", "{}", "hello", '{"a": 1}', "7", "# a\n- b"]) {
      expect(failure(text)).toMatchObject({ code: "invalid-input" });
    }
    expect(failure("{}").next).toContain("Threat Dragon");
  });
});

describe("its text", () => {
  const text = JSON.stringify({ ...minimal, title: "Ünïcode 🚲" });
  const utf16 = (marked: boolean, bigEndian: boolean) => {
    const bytes = Buffer.from((marked ? "\uFEFF" : "") + text, "utf16le");
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["a text with a mark", `\uFEFF${text}`],
    ["UTF-16, little end first", utf16(true, false)],
    ["UTF-16, big end first", utf16(true, true)],
    ["UTF-16 without a mark", utf16(false, false)],
    ["UTF-16 without a mark, big end first", utf16(false, true)],
  ])("may be %s", (_, source) => {
    expect(readModel(source, "m.json").model.title).toBe("Ünïcode 🚲");
  });

  it.each([
    ["nothing", "", "empty", undefined],
    ["only space", " \n\t\uFEFF", "empty", undefined],
    [
      "UTF-16 read as UTF-8",
      Buffer.from(text, "utf16le").toString("utf8"),
      "UTF-16",
      "line 1, column 2",
    ],
    ["cut off in a list", '{\n  "format": 1,\n  "zones": [', "cut off", "line 3, column 13"],
    [
      "cut off in a text",
      '{"format": 1, "title": "Phot',
      "inside of a quoted text",
      "line 1, column 29",
    ],
    ["cut off in an escape", '{"a": "\\u00', "cut off", "line 1, column 12"],
    ["two of them", '{"a": 1}\n{"b": 2}', "goes on after its end", "line 2, column 1"],
    ["a comma too many", '{\n"a": 1,\n}', "A name", "line 3, column 1"],
    ["single quotes", "{'a': 1}", "A name", "line 1, column 2"],
    ["a missing colon", '{"a" 1}', "colon", "line 1, column 6"],
    ["a missing comma", "[1 2]", "comma", "line 1, column 4"],
    ["the wrong bracket", '{"a": [1}', "comma", "line 1, column 9"],
    ["a word that is no value", '{"a": undefined}', "value", "line 1, column 7"],
    ["a bad escape", '{"a": "\\x"}', "escape", "line 1, column 8"],
    ["a line break in a text", '{"a": "b\nc"}', "line break", "line 1, column 9"],
    ["a value outside of text", "[NaN]", "value", "line 1, column 2"],
  ])("may not be %s", (_, source, message, where) => {
    const error = failure(source);
    expect(error.message).toContain(message);
    expect(error.where).toBe(where);
  });

  it("may not be broken YAML", () => {
    const error = failure("otmVersion: 0.2.0\nproject:\n  name: a\n bad: [", "x.yaml");
    expect(error.message).toContain("not valid YAML");
    expect(error.where).toMatch(/^line [45], column \d+$/);
    expect(failure("otmVersion: 1\nproject: &a\n  - *b", "x.yaml").code).toBe("invalid-input");
    expect(failure("otmVersion: 1\notmVersion: 2", "x.yaml").where).toBe("line 2, column 1");
  });

  it("may not be lines that are not understood", () => {
    const error = failure("model Shop\nzone\nactor a", "m.txt");
    expect(error.where).toMatch(/^line 2, column \d+$/);
  });
});

describe("what is too much", () => {
  const nested = (open: string, close: string, count: number) =>
    open.repeat(count) + close.repeat(count);
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    .concat(
      [..."bcdefghi"].map(
        (one, at) => `${one}: &${one} [${Array(10).fill(`*${"abcdefgh"[at]}`).join(", ")}]`,
      ),
    )
    .join("\n");
  it.each([
    ["50 MB", "x".repeat(50_000_000), "m.json", "50,000,000 characters"],
    ["50 MB of bytes", new Uint8Array(50_000_000), "m.json", "characters"],
    ["3 MB of YAML", `otmVersion: 1\n${"#\n".repeat(1_500_000)}`, "m.yaml", "characters"],
    ["3 MB of lines", `model a\n${"#\n".repeat(1_500_000)}`, "m.txt", "characters"],
    ["JSON a hundred thousand levels deep", nested("[", "]", 100_000), "m.json", "levels deep"],
    ["objects so deep", nested('{"a":', "}", 50_000).replace(":}", ":1}"), "m.json", "levels deep"],
    ["YAML so deep", `otmVersion: ${nested("[", "]", 20_000)}`, "m.yaml", "nested"],
    ["a bomb of aliases", `otmVersion: 1\n${bomb}`, "m.yaml", "repeats parts"],
    [
      "a value inside of itself",
      "otmVersion: 1\nproject: &a\n  name: b\n  c: *a",
      "m.yaml",
      "not read",
    ],
    [
      "a list of a million",
      `{"schema":1,"threats":[${"1,".repeat(1_000_000)}1]}`,
      "m.json",
      "members",
    ],
    [
      "six thousand zones",
      JSON.stringify({
        otmVersion: "1",
        project: {},
        trustZones: Array.from({ length: 6000 }, () => ({ id: "a" })),
      }),
      "m.json",
      "6,000 zones",
    ],
  ])("refuses %s", (_, source, name, message) => {
    expect(failure(source, name).message).toContain(message);
  });
});

describe("what does not hold together", () => {
  it.each([
    ["a type", { elements: [{ ...process("a"), type: "server" }] }, "elements[0].type"],
    ["a number", { zones: [{ ...zone("a", null), trust: "high" }] }, "zones[0].trust"],
    ["a key", { threats: [{ id: "t", severity: 3 }] }, "threats[0]"],
    ["an id", { threats: [{ id: "<b>" }] }, "threats[0].id"],
    ["a version", { format: 2 }, "format"],
  ])("names the place of %s that is wrong", (_, parts, where) => {
    expect(failure(JSON.stringify({ ...minimal, ...parts })).where).toBe(where);
  });

  it.each([
    [{ schema: 1, threats: [{ metadata: 5 }] }, "threats[0].metadata"],
    [{ schema: 2, threats: [] }, "schema"],
    [{ otmVersion: 1, project: { name: [] } }, "project.name"],
    [{ otmVersion: 1, project: {}, components: [{ parent: "x" }] }, "components[0].parent"],
    [{ summary: {}, detail: {}, version: [] }, "version"],
    [
      { summary: {}, detail: { diagrams: [{ cells: [{ data: { threats: [0] } }] }] } },
      "detail.diagrams[0].cells[0].data.threats[0]",
    ],
  ])("names the place in a foreign file: %j", (file, where) => {
    expect(failure(JSON.stringify(file)).where).toBe(where);
  });

  it("gives the second of two parts of an id another", () => {
    const { model, notices } = own({
      zones: [zone("a", null), zone("b", "a")],
      elements: [{ ...process("a"), zone: "a" }, { ...process("x"), name: "first" }, process("x")],
      flows: [flow("f", "a", "x")],
    });
    expect(model.elements.map(({ id }) => id)).toEqual(["a-2", "x", "x-2"]);
    // A reference means the part of its kind, and of two of a kind the first.
    expect(model.flows[0]).toMatchObject({ source: "a-2", target: "x" });
    expect(model.elements[0]?.zone).toBe("a");
    expect(notices.map(({ where }) => where)).toEqual(["a-2", "x-2"]);
  });

  it("cuts zones that contain each other once", () => {
    const { model, notices } = own({
      zones: [
        zone("in", "a"),
        zone("a", "b"),
        zone("b", "c"),
        zone("c", "a"),
        zone("self", "self"),
      ],
    });
    expect(model.zones.map(({ parent }) => parent)).toEqual(["a", null, "c", "a", null]);
    expect(notices.map(({ where }) => where)).toEqual(["a", "self"]);
  });

  it("keeps a flow whose end is missing", () => {
    const { model, notices } = own({
      zones: [zone("z", null)],
      elements: [process("a")],
      flows: [flow("f", "a", "gone"), flow("g", "gone", "z")],
    });
    expect(model.elements.map(({ id, name }) => [id, name])).toEqual([
      ["a", "a"],
      ["gone", "Missing end"],
      ["z-2", "Missing end"],
    ]);
    expect(model.flows.map(({ source, target }) => [source, target])).toEqual([
      ["a", "gone"],
      ["gone", "z-2"],
    ]);
    expect(notices).toHaveLength(3);
  });

  it("drops references to what is not there, and tells", () => {
    const { model, notices } = own({
      elements: [{ ...process("a"), zone: "no", data: ["no"] }],
      threats: [{ id: "t", targets: ["a", "no"], mitigations: ["no"] }],
      assumptions: [{ id: "s", text: "", about: ["t", "no"] }],
      decisions: [{ finding: "r:no", state: "accepted", reason: "" }],
    });
    expect(problemsOf(model)).toEqual([]);
    expect(model.threats[0]?.targets).toEqual(["a"]);
    expect(model.decisions).toEqual([]);
    expect(notices).toHaveLength(6);
  });

  it("cuts what is longer than a model holds, and tells", () => {
    const long = { id: "a", name: "n".repeat(300), tags: Array(60).fill("t".repeat(200)) };
    const file = { otmVersion: "0.2", project: { name: "T" }, components: [long] };
    const { model, notices } = readModel(JSON.stringify(file), "m.json");
    expect(model.elements[0]?.name).toHaveLength(200);
    expect(model.elements[0]?.tags).toHaveLength(50);
    expect(model.elements[0]?.tags[0]).toHaveLength(100);
    expect(notices.map(({ message }) => message)).toEqual([
      "Its name is longer than the 200 characters that are kept; the rest is cut off.",
      "Its tags is longer than the 50 members that are kept; the rest is cut off.",
    ]);
  });
});

describe("hostile texts", () => {
  it("keeps markup as text", () => {
    const evil = "<script>alert(1)</script>{{7*7}}${x}";
    const { model } = own({ elements: [{ ...process("a"), name: evil }] });
    for (const write of [formats.toThreatDragon, formats.toThreatComposer, formats.toLines]) {
      expect(write(model).text).not.toContain("&lt;script");
    }
    const back = readModel(formats.toThreatDragon(model).text, "m.json").model;
    expect(back.elements[0]?.name).toBe(evil);
  });

  it("keeps no prototype", () => {
    const text = fixture("web-shop.threat-dragon.json").replaceAll(
      '"name":',
      '"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "name":',
    );
    const { model } = readModel(text, "m.json");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(JSON.stringify(model)).not.toContain("__proto__");
    expect(problemsOf(model)).toEqual([]);
    const yaml = readModel(
      "otmVersion: 1\nproject:\n  name: a\n  __proto__: {polluted: 1}",
      "m.yaml",
    );
    expect(JSON.stringify(yaml.model)).not.toContain("polluted");
  });

  const hostile: unknown[] = [
    null,
    "",
    "a",
    "__proto__",
    "constructor",
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [null],
    [[]],
    { a: 1 },
    "<img src=x onerror=alert(1)>",
    "x".repeat(500),
    [{ id: "a" }],
    { cell: "a" },
    { component: "patient" },
  ];

  it.each(fixtures.filter(({ name }) => /json$|yaml$/.test(name)))(
    "never breaks on $name, changed anywhere",
    ({ name, text }) => {
      const { format } = readModel(text, name);
      const value: unknown =
        format === "otm"
          ? JSON.parse(formats.toOtm(readModel(text, name).model, "json").text)
          : JSON.parse(text);
      const paths = pathsIn(value);
      const change = fc.record({
        path: fc.constantFrom(...paths),
        to: fc.constantFrom(...hostile),
      });
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
          const copy = structuredClone(value);
          for (const { path, to } of changes) put(copy, path, to);
          let read;
          try {
            read = readModel(JSON.stringify(copy), name);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
            expect((error as AppError).code).toBe("invalid-input");
            return;
          }
          expect(modelShape.safeParse(read.model).success).toBe(true);
          expect(problemsOf(read.model)).toEqual([]);
          for (const write of [
            formats.toThreatComposer,
            formats.toThreatDragon,
            (one: typeof read.model) => formats.toOtm(one, "json"),
          ]) {
            const first = readModel(write(read.model).text, "m.json").model;
            expect(problemsOf(first)).toEqual([]);
            const second = write(first).text;
            expect(write(readModel(second, "m.json").model).text).toBe(second);
          }
        }),
        { numRuns: 12 },
      );
    },
  );
});

describe("own formats", () => {
  it("give back every model whole", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const plain = asJson(model);
        expect(readModel(formats.toLoopwright(model).text, "m").model).toEqual(plain);
        expect(asJson(readModel(formats.toLines(model).text, "m.txt").model)).toEqual(plain);
      }),
      { numRuns: 12 },
    );
  });

  it("is an empty model of an empty model", () => {
    expect(readModel(formats.toLoopwright(emptyModel("A")).text, "m").model).toEqual(
      emptyModel("A"),
    );
  });
});

type Path = (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = Object.entries(Object(value) as object).flatMap(([key, one]) =>
    typeof value === "string"
      ? []
      : pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

function put(value: unknown, path: Path, to: unknown): void {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((now, key) => (now as Record<string, unknown> | null)?.[key], value);
  const last = path.at(-1);
  if (typeof holder === "object" && holder !== null && last !== undefined) {
    Object.defineProperty(holder, last, {
      value: to,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}
