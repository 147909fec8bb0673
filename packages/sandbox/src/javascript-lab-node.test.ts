import { posix } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { oddPaths, oddUrls, urlBases, urlChanges } from "./fixtures/odd-names.ts";
import { valuesOf } from "./fixtures/javascript-lab.ts";
import { createSandbox } from "./sandbox.ts";

/** Node's names in the lab, compared with Node itself. */

const sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
afterAll(() => sandbox.close());

const parts = ["href", "origin", "username", "password", "host", "pathname", "search", "hash"];
const quoted = (value: unknown) => JSON.stringify(value) ?? "undefined";

/** The same source text, evaluated here and in the lab. */
async function both(head: string, body: string, globals: Record<string, unknown> = {}) {
  const names = Object.keys(globals);
  // oxlint-disable-next-line typescript/no-implied-eval -- texts of this file, run here and in the lab
  const here = new Function(...names, body)(...Object.values(globals));
  const [there] = await valuesOf(sandbox, {
    head,
    expressions: [`JSON.stringify((() => {${body}})())`],
  });
  return { here: JSON.parse(JSON.stringify(here)), there: JSON.parse(String(there)) };
}

describe("URL", () => {
  it("reads every odd address as Node does", async () => {
    const pairs = oddUrls.flatMap((url) => urlBases.map((base) => [url, base ?? null]));
    const body = `return ${quoted(pairs)}.map(([url, base]) => {
      try {
        const read = new URL(url, base ?? undefined);
        return [url, base, ...${quoted(parts)}.map((name) => read[name])];
      } catch (error) {
        return [url, base, error.code];
      }
    })`;
    const { here, there } = await both("", body);
    expect(there).toEqual(here);
    expect(pairs.length).toBeGreaterThan(500);
  });

  it("is changed as Node's is", async () => {
    const body = `return ${quoted(urlChanges)}.map(([url, name, value]) => {
      const read = new URL(url);
      read[name] = value;
      return [url, name, value, read.href];
    })`;
    const { here, there } = await both("", body);
    expect(there).toEqual(here);
  });

  it.each([
    ["?a=b c&a=%zz&b=+%2B&=x&c", "has"],
    ["ü=é&ü=2&&", "has"],
    ["a=1&b=2&a=3", "delete"],
    ["b=2&a=1&b=0", "sort"],
  ])("reads the query %s", async (query, name) => {
    const body = `const read = new URL("https://a.example/" + ${quoted(query)});
      const params = new URLSearchParams(${quoted(query)});
      params[${quoted(name)}]("a");
      read.searchParams.append("z", "&= ü");
      read.searchParams.set("a", "x");
      return [read.href, String(params), [...params], params.getAll("b"), params.size]`;
    const { here, there } = await both("", body);
    expect(there).toEqual(here);
  });
});

describe("path", () => {
  /** Where Node itself has an oddity of no use to anybody. */
  const skipped = new Set([
    'basename ["/","c"]',
    'basename ["//","c"]',
    'parse ["/.."]',
    'dirname ["//a"]',
  ]);

  it("joins, resolves and takes apart as Node does", async () => {
    const one = oddPaths.flatMap((path) => [
      ...["normalize", "dirname", "basename", "extname", "isAbsolute", "parse"].map((name) => [
        name,
        path,
      ]),
      ["basename", path, ".txt"],
      ["basename", path, "c"],
    ]);
    const two = oddPaths.flatMap((path) =>
      oddPaths.flatMap((other) => [
        ["join", path, other],
        ["join", "/srv/files", path, other],
        ["resolve", "/app", path, other],
        ["relative", `/${path}`, `/${other}`],
      ]),
    );
    const rows = [...one, ...two].filter(
      ([name, ...given]) => !skipped.has(`${name} ${quoted(given)}`),
    );
    const body = `return ${quoted(rows)}.map(([name, ...given]) => [name, ...given, path[name](...given)])`;
    const { here, there } = await both(`import path from "node:path";`, body, { path: posix });
    expect(there).toEqual(here);
  });

  it.each(["join(3)", "resolve(null)", "extname({})"])("path.%s is refused", async (call) => {
    const [seen] = await valuesOf(sandbox, {
      head: `import path from "node:path";`,
      expressions: [`path.${call}`],
    });
    expect(seen).toMatch(/^TypeError: The "path" argument must be of type string/);
  });
});

describe("Buffer", () => {
  it("has Node's encodings, both ways", async () => {
    const body = `const texts = ["", "a", "ab", "abc", "é€😀", "\\ud800x", "YQ==", "Y-_/+Q==x", "61zz", "616", "H\\0\\xff", " Y Q = ="];
      const names = ["utf8", "hex", "base64", "base64url", "latin1", "ascii", "utf16le", "BINARY"];
      const rows = [];
      for (const text of texts) for (const from of names) for (const to of names) {
        rows.push([text, from, to, Buffer.from(text, from).toString(to)]);
      }
      return rows`;
    const { here, there } = await both("", body);
    expect(there).toEqual(here);
  });

  it("decodes bytes that are no UTF-8 as Node does", async () => {
    const body = `let state = 1;
      const next = () => (state = (state * 48271) % 2147483647);
      return Array.from({ length: 800 }, () => {
        const bytes = Array.from({ length: next() % 9 }, () => [next() % 256, 0x80 + next() % 128][next() % 2]);
        return [bytes, Buffer.from(bytes).toString(), new TextDecoder().decode(Uint8Array.from(bytes))];
      })`;
    const { here, there } = await both("", body);
    expect(there).toEqual(here);
  });

  it.each([
    `[Buffer.concat([Buffer.from("ab"), Buffer.from("cd")], 3).toString(), Buffer.byteLength("é")]`,
    `[Buffer.from("abcabc").indexOf("ca"), Buffer.from("abc").includes("d"), Buffer.from("a").equals(Buffer.from("a"))]`,
    `(() => { const b = Buffer.from("abcd"); b.slice(1, 2)[0] = 65; return b.toString(); })()`,
    `(() => { const b = Buffer.alloc(6); b.writeUInt32BE(0xfffefdfc, 1); return [b.toString("hex"), b.readInt16LE(1), b.readUInt32BE(1)]; })()`,
    `(() => { const b = Buffer.alloc(5, "ab"); return [b.toString(), b.write("é", 3), b.toString("hex"), b.compare(Buffer.from("b"))]; })()`,
    `JSON.parse(JSON.stringify(Buffer.from("hi")))`,
    `[atob("aGk="), btoa("hi"), Buffer.from({ type: "Buffer", data: [104, 105] }).toString()]`,
    `[Buffer.isBuffer(Buffer.from("")), Buffer.from("x") instanceof Uint8Array, Buffer.isEncoding("hexx")]`,
    `structuredClone({ d: new Date(0), m: new Map([[1, { a: [1] }]]).get(1), u: undefined, n: null })`,
    `(() => { const clone = structuredClone(JSON.parse('{"__proto__": {"a": 1}}')); return [clone.a ?? "none", Object.keys(clone)]; })()`,
  ])("%s", async (expression) => {
    const { here, there } = await both("", `return ${expression}`);
    expect(there).toEqual(here);
  });

  it.each([
    ["Buffer.from(5)", /^TypeError: The first argument must be of type string/],
    ["Buffer.from('a', 'nope')", /^TypeError: Unknown encoding: nope/],
    ["Buffer.alloc(2).readUInt32BE(0)", /^RangeError/],
  ])("%s throws", async (expression, expected) => {
    const [seen] = await valuesOf(sandbox, { head: "", expressions: [expression] });
    expect(seen).toMatch(expected);
  });
});

describe("node:net", () => {
  it("knows addresses in their usual form only, and lists of them", async () => {
    const names = [
      "127.0.0.1",
      "127.1",
      "0x7f.0.0.1",
      "01.2.3.4",
      "::1",
      "::ffff:10.0.0.1",
      "1::2::3",
      "fe80::1%eth0",
      "x",
    ];
    const body = `const list = new net.BlockList();
      list.addSubnet("10.0.0.0", 8);
      list.addSubnet("fc00::", 7, "ipv6");
      list.addAddress("169.254.169.254");
      return [${quoted(names)}.map(net.isIP), list.check("10.255.0.1"), list.check("11.0.0.1"),
        list.check("169.254.169.254"), list.check("fd00::1", "ipv6"), list.check("::ffff:10.0.0.1", "ipv6")]`;
    const net = await import("node:net");
    const { here, there } = await both(`import net from "node:net";`, body, { net });
    expect(there).toEqual(here);
  });
});
