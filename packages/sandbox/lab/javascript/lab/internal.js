/** What the driver uses of the lab. Programs under test cannot import it; the top of driver.js says what it asks for. */
import "./globals/install.js";
import process from "node:process";

import { reset as resetChance } from "./chance.js";
import { reset as resetClock } from "./clock.js";
import { asRows, query } from "./sql/service.js";
import { find, lay } from "node:fs/tree";

export { signIn } from "./auth.js";
export { advance } from "./clock.js";
export { onStatement, settle } from "./sql/connection.js";
export { dispatch } from "./web/dispatch.js";

/** Before each case: { env, files }. All other state is fresh with the interpreter. */
export function reset({ env = {}, files = {} }) {
  resetClock();
  resetChance();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  lay(files);
}

/** Rows of a statement as objects, outside of what the program does. */
export const sqlQuery = (text, params = []) => asRows(query(text, params));

/** A file's text, or null where there is none. */
export function readFile(path) {
  try {
    const { node } = find(path, "open");
    return node?.type === "file" ? node.data.toString() : null;
  } catch {
    return null;
  }
}
