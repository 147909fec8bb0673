import { describe, expect, it } from "vitest";

import { analyse } from "../rules/index.ts";
import { rule } from "../rules/rule.ts";
import { escapeHtml, escapeMarkdown } from "./escape.ts";
import { hostile, modelOf } from "./hostile.ts";
import { reportHtml } from "./html.ts";
import { reportMarkdown } from "./markdown.ts";
import { diagramSvg } from "./svg/diagram.ts";

describe("escaped for HTML", () => {
  it.each<[string, string]>([
    ["</script>", "&lt;/script&gt;"],
    ["]]>", "]]&gt;"],
    [`"'`, "&quot;&#39;"],
    ["R&D &amp;", "R&amp;D &amp;amp;"],
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["\u0000\u001b\ud83d", "\ufffd\ufffd\ufffd"],
    ["naïve 照片 😀", "naïve 照片 😀"],
  ])("%j", (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });
});

describe("escaped for Markdown", () => {
  it.each<[string, string]>([
    ["</script>", "&lt;/script&gt;"],
    ["a | b", "a \\| b"],
    ["[x](javascript:y)", "\\[x\\](javascript&#58;y)"],
    ["see https://example.com", "see https&#58;//example.com"],
    ["www.example.com", "www&#46;example.com"],
    ["# one\n## two", "\\# one \\#\\# two"],
    ["1. one", "1\\. one"],
    ["- one", "\\- one"],
    ["`code` *b* _i_ ~s~", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~"],
    ["R&D", "R&amp;D"],
    ["app -> api", "app -&gt; api"],
  ])("%j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

/** Every tag with the names of its attributes: what a name must not be able to change. */
const markup = (html: string): Set<string> =>
  new Set(
    [...html.matchAll(/<[^>]*>/g)].map(([tag]) =>
      tag.replace(/="[^"]*"/g, "=").replace(/\s+/g, " "),
    ),
  );

const rules = [
  rule.parse({
    id: "forged",
    title: "{source} is forged towards {target}",
    stride: "S",
    cwe: [345],
    note: "Whoever stands before a service may be somebody else.",
    statement: { source: "x", prerequisites: "", action: "y", impact: "z", goals: ["integrity"] },
    mitigations: [{ text: "Check who {source} is" }],
    sources: ["https://example.com/"],
    on: "flow",
    when: {},
  }),
];

describe("whatever stands in a model", () => {
  it.each(hostile)("is text in the HTML report: %j", (text) => {
    const model = modelOf(text);
    const html = reportHtml(model, analyse(model, { rules }));
    const plain = reportHtml(modelOf("plain"), analyse(modelOf("plain"), { rules }));
    expect([...markup(html)].filter((tag) => !markup(plain).has(tag))).toEqual([]);
  });

  it.each(hostile)("is text in the SVG: %j", (text) => {
    const marks = { a: { tone: "missed", note: text } } as const;
    const svg = diagramSvg(modelOf(text), { marks });
    const plain = diagramSvg(modelOf("plain"), { marks });
    expect([...markup(svg)].filter((tag) => !markup(plain).has(tag))).toEqual([]);
    const codes = Array.from(svg, (one) => one.codePointAt(0)!);
    expect(codes.filter((one) => one < 32 && one !== 10)).toEqual([]);
  });

  it.each(hostile)("is text in the Markdown report: %j", (text) => {
    const model = modelOf(text);
    const written = reportMarkdown(model, analyse(model, { rules }));
    const [, diagram] = /^(`{3,})mermaid\n[^]*?\n\1$/m.exec(written) ?? [];
    expect(diagram).toBeDefined();
    const outside = written.replace(/^(`{3,})mermaid\n[^]*?\n\1$/m, "").replaceAll(/\\./g, "");
    expect(outside).not.toMatch(/<|\]\(|`|https?:|javascript:/i);
    const headings = (all: string) => all.match(/^## .*$/gm);
    expect(headings(written)).toEqual(
      headings(reportMarkdown(modelOf("x"), analyse(modelOf("x"), { rules }))),
    );
  });
});

describe("a report", () => {
  const model = modelOf("plain");

  it("begins with what is decided on and holds every part", () => {
    const written = reportMarkdown(model, analyse(model, { rules }));
    expect(written.match(/^## .*$/gm)).toEqual(
      [
        "Overview",
        "Diagram",
        "Threats",
        "Open findings of the rules",
        "Mitigations",
        "Assumptions",
        "Decisions",
        "Coverage",
        "Elements",
        "Flows",
        "Zones",
        "Data",
      ].map((title) => `## ${title}`),
    );
    expect(written).toContain("likelihood 3 × impact 3 = 9");
  });

  it("bears zones that share an id and hold each other", () => {
    const [zone] = model.zones;
    const broken = { ...model, zones: [zone!, { ...zone!, parent: zone!.id }] };
    expect(reportMarkdown(broken, analyse(broken, { rules }))).toContain("flowchart LR");
    expect(reportHtml(broken, analyse(broken, { rules }))).toContain("<svg");
  });

  it("of an empty model says so little as there is", () => {
    const empty = { ...model, ...Object.fromEntries(Object.entries(model).map(([key, value]) => [key, Array.isArray(value) ? [] : value])) }; // prettier-ignore
    expect(reportMarkdown(empty, analyse(empty, { rules })).match(/^## .*$/gm)).toEqual([
      "## Overview",
    ]);
    expect(reportHtml(empty, analyse(empty, { rules }))).not.toContain("<svg");
  });

  it("is HTML in itself: nothing is fetched, print and dark have their styles", () => {
    const html = reportHtml(model, analyse(model, { rules }));
    expect(html).toMatch(/default-src 'none'/);
    expect([...markup(html)].join()).not.toMatch(/<script|<img|<link|<iframe| on[a-z]+=|src=/i);
    expect(html).not.toMatch(/url\(|@import/);
    expect(html).toMatch(/@media print/);
    expect(html).toMatch(/light-dark\(/);
    expect(html.match(/https?:\/\/[^"\s<]+/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });
});
