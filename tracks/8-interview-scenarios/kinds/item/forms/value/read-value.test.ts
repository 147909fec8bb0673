import { expect, test } from "vitest";

import { normalText, readNumber } from "./read-value.ts";

test.each([
  ["59", "addresses", 59],
  [" 59 addresses ", "addresses", 59],
  ["25 %", "%", 25],
  ["25%", "%", 25],
  ["-3", "s", -3],
  ["2.5", "s", 2.5],
  ["2,5", "s", 2.5],
  [".5", "s", 0.5],
  ["1,024", "bytes", 1024],
  ["1 024", "bytes", 1024],
  ["1'024'000", "bytes", 1_024_000],
  ["1,024.5", "bytes", 1024.5],
  ["2^16", "ports", 65_536],
  ["2 ^ 16", "ports", 65_536],
  ["1e6", "requests", 1_000_000],
  ["59", "", 59],
  ["６４", "bytes", 64],
  ["", "s", null],
  ["s", "s", null],
  ["about 5", "s", null],
  ["5 ms", "s", null],
  ["0x40", "bytes", null],
  ["1,02,4", "bytes", null],
  ["1..2", "s", null],
  ["Infinity", "s", null],
  ["999^999", "s", null],
  ["1e999", "s", null],
])("%j in %j is read as %j", (text, unit, value) => {
  expect(readNumber(text, unit)).toBe(value);
});

test.each([
  ["__Host-", "__host-"],
  ["  TLS 1.3 ", "tls1.3"],
  ["“HttpOnly”", "httponly"],
  ["'HttpOnly'.", "httponly"],
  ["`HttpOnly.`", "httponly"],
  ["169.254.169.254", "169.254.169.254"],
  ["fe80::", "fe80::"],
  ["ＤＮＳ", "dns"],
  ["'", "'"],
])("%j is compared as %j", (text, normal) => {
  expect(normalText(text)).toBe(normal);
});
