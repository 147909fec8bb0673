import { readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";

import { HttpError } from "./errors.js";

/** The bytes of a file, found as Express's sendFile finds it: `..` is refused below a root. */
export function readForSending(path, root) {
  if (root === undefined && !isAbsolute(path)) {
    throw new TypeError("path must be absolute or specify root to res.sendFile");
  }
  if (path.includes("\0")) throw new HttpError(400);
  if (root !== undefined && path.split(/[\\/]/).includes("..")) throw new HttpError(403);
  const whole = root === undefined ? path : join(root, path);
  try {
    if (statSync(whole).isFile()) return readFileSync(whole);
  } catch {
    // Whatever stands in the way, the client is told the same.
  }
  throw new HttpError(404);
}
