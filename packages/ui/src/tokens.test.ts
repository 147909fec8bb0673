import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const tokens = new Map(pairs.map(([, name, light, dark]) => [name, { light, dark }]));

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(front: string, back: string, scheme: "light" | "dark"): number {
  const [a = 0, b = 0] = [front, back].map((name) => luminance(tokens.get(name)?.[scheme] ?? ""));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["paper", "panel", "sunken"];
const onGrounds = (names: string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const));

const text = [
  ...onGrounds(["ink", "ink-soft", "accent", "met", "partly", "missed", "unsure"]),
  ...["keyword", "string", "number", "name", "comment"].map(
    (one) => [`code-${one}`, "panel"] as const,
  ),
  ...["met", "partly", "missed", "unsure"].flatMap((one) => [
    [one, `${one}-wash`] as const,
    ["ink", `${one}-wash`] as const,
    ["ink-soft", `${one}-wash`] as const,
  ]),
  ["accent-ink", "accent"] as const,
  ["ink", "accent-wash"] as const,
  ["accent", "accent-wash"] as const,
];

test.each(text)("text: %s on %s has 4.5:1 in both schemes", (front, back) => {
  expect(contrast(front, back, "light")).toBeGreaterThanOrEqual(4.5);
  expect(contrast(front, back, "dark")).toBeGreaterThanOrEqual(4.5);
});

test.each(onGrounds(["control", "accent"]))("borders: %s on %s has 3:1 in both", (front, back) => {
  expect(contrast(front, back, "light")).toBeGreaterThanOrEqual(3);
  expect(contrast(front, back, "dark")).toBeGreaterThanOrEqual(3);
});
