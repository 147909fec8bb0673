import { print } from "lab_host";

import { format } from "../node/util/inspect.js";

const linesMax = 500;
const lineMaxChars = 2_000;
let lines = [];

/** What the program printed in this case so far, oldest first. */
export const printed = () => lines.slice();

function write(kind, all) {
  let text;
  try {
    text = format(...all);
  } catch (error) {
    // A getter of what is printed may throw; Node prints in spite of it.
    text = `[not printable: ${error?.message}]`;
  }
  const room = linesMax - lines.length;
  if (room > 0) lines.push(...text.split("\n", room).map((line) => line.slice(0, lineMaxChars)));
  print(kind, `${text}\n`);
}

const out = (...all) => write("O", all);
const err = (...all) => write("E", all);
const nothing = () => {};

globalThis.console = {
  log: out,
  info: out,
  debug: out,
  table: out,
  dir: (value) => out(value),
  group: out,
  groupEnd: nothing,
  warn: err,
  error: err,
  trace: err,
  assert: (held, ...all) => void (held || err("Assertion failed:", ...all)),
  time: nothing,
  timeEnd: nothing,
  count: nothing,
};
