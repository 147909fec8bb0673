import { describe, expect, it } from "vitest";

import { hostile, modelOf } from "./hostile.ts";
import { reportHtml } from "./html.ts";
import { diagramSvg } from "./svg/diagram.ts";

const nothing = { findings: [], shown: [] };

/** Everything that could run or fetch, in whatever a browser makes of a text. */
function active(document: Document): string[] {
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const name = element.localName;
    const attributes = [...element.attributes].filter(
      (one) =>
        /^on/i.test(one.name) ||
        one.localName === "src" ||
        (one.localName === "href" && !one.value.startsWith("#")),
    );
    const runs = ["script", "iframe", "object", "embed", "link", "img", "base", "use", "image"];
    return [
      ...(runs.includes(name) ? [name] : []),
      ...attributes.map((one) => `${name} ${one.name}`),
    ];
  });
}

describe("in a browser, whatever stands in a model", () => {
  it.each(hostile)("runs nothing in the HTML report: %j", (text) => {
    const parsed = new DOMParser().parseFromString(reportHtml(modelOf(text), nothing), "text/html");
    expect(active(parsed)).toEqual([]);
    expect(parsed.querySelectorAll("section").length).toBe(11);
  });

  it.each(hostile)("runs nothing in the SVG, which is whole as XML: %j", (text) => {
    const svg = diagramSvg(modelOf(text), { marks: { a: { tone: "extra", note: text } } });
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(parsed.querySelector("parsererror")?.textContent ?? "").toBe("");
    expect(active(parsed)).toEqual([]);
  });
});
