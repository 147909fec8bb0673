import { resolve } from "lab_host";

import { answerOf } from "./loop.js";

/** A module by the name that a test gives it: "server.js", "src/cart", or one of the lab's, "lab/clock". */
const load = (file) => {
  const isLab = file.startsWith("lab/");
  return answerOf(import(isLab ? file : resolve("/app/_", `./${file}`)), file);
};

function part(namespace, name) {
  if (Object.hasOwn(namespace, name)) return namespace[name];
  const whole = namespace.default;
  return whole !== null && typeof whole === "object" ? whole[name] : undefined;
}

/** The web application that an entry names: a named export, or the default one. */
export async function entryOf(entry) {
  if (entry === null) throw new TypeError("these tests name no web application");
  const [file, name] = entry.split(":");
  const namespace = await load(file);
  const found = part(namespace, name) ?? namespace.default;
  if (found === undefined || found === null) throw new TypeError(`${file} does not export ${name}`);
  return found;
}

export async function functionOf(target) {
  const [file, name] = target.split(":");
  const namespace = await load(file);
  const found = part(namespace, name);
  if (typeof found === "function") return found;
  if (typeof namespace.default === "function" && namespace.default.name === name)
    return namespace.default;
  throw new TypeError(`${file} does not export a function ${name}`);
}
