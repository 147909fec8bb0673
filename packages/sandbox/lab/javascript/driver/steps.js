import { call } from "lab_host";

import * as lab from "../lab/internal.js";
import { printed } from "./console.js";
import { entryOf, functionOf } from "./load.js";
import { answerOf } from "./loop.js";
import { Jar } from "./jar.js";
import { race } from "./race.js";
import { requestOf } from "./request.js";
import { at, failure, jsonable } from "./values.js";

const bodyMaxBytes = 64 * 1024;

/** One taker for each kind of step: the step and its case to an observation. A step that throws is "none". */
export const takers = {
  http: async (step, world) => {
    const { text, error, ...answer } = await exchange(step, world);
    save(step.save ?? {}, { text, headers: answer.headers }, world.saved);
    const seen = { kind: "http", ...answer };
    return error === undefined ? seen : { ...seen, error: failure(error) };
  },
  visit: async (step, world) =>
    step.file === undefined ? takers.http(step, world) : { kind: "call", value: null },
  call: async ({ target, args = [] }) => {
    const found = await functionOf(target);
    return { kind: "call", value: jsonable(await answerOf(found(...args), "the value")) };
  },
  sql: async ({ query, args = [] }) => ({
    kind: "sql",
    rows: jsonable(await answerOf(lab.sqlQuery(query, args), "the rows")),
  }),
  log: async (kind) => ({
    kind: "call",
    value: kind === "output" ? printed() : call("world", { log: kind }),
  }),
  file: async (path) => ({ kind: "call", value: lab.readFile(path) ?? null }),
  race: async (step, world) => {
    const send = async (one) => {
      const { status, headers, body } = await exchange(one, world);
      return { status, headers, body };
    };
    const value = await race(step, { send, onStatement: lab.onStatement });
    return { kind: "call", value };
  },
};

/** Sends a request to the program and waits for its answer. */
async function exchange(step, world) {
  const app = world.app ?? entryOf(null);
  const jar = jarOf(step, world);
  const request = requestOf(step, { tokens: world.tokens, jar });
  const answer = await answerOf(lab.dispatch(app, request), "the answer");
  lab.settle();
  const headers = answer.headers.map(([name, value]) => [String(name), String(value)]);
  jar?.keep(headers);
  const text = textOf(answer.body);
  const { error } = answer;
  return { status: Number(answer.status), headers, body: text, text, ...(error && { error }) };
}

const textOf = (body) =>
  typeof body === "string"
    ? body.slice(0, bodyMaxBytes)
    : body.subarray(0, bodyMaxBytes).toString("utf8");

function jarOf({ jar }, { jars }) {
  if (jar === undefined || jar === null) return null;
  if (!jars.has(jar)) jars.set(jar, new Jar());
  return jars.get(jar);
}

/** A value that is not there leaves its name as it stands in later steps. */
function save(wanted, { text, headers }, saved) {
  for (const [name, from] of Object.entries(wanted)) {
    saved.delete(name);
    try {
      const value = found(from, text, headers);
      if (value !== undefined && value !== null) saved.set(name, value);
    } catch {
      // No JSON, nothing at this pointer.
    }
  }
}

function found(from, text, headers) {
  if (typeof from === "string") return at(JSON.parse(text), from);
  if (from.pattern !== undefined) return new RegExp(from.pattern).exec(text)?.[1];
  const wanted = from.header.toLowerCase();
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
