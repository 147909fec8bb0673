import { Buffer } from "node:buffer";

import { HttpError } from "./errors.js";
import { parseMultipart } from "./multipart.js";
import { parseQuery } from "./query.js";
import { mediaType } from "./types.js";

/** Nothing but objects and lists, as Express's json() is strict; __proto__ becomes an own key, as JSON.parse has it. */
function parseJson(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, "the body is not JSON");
  }
  if (typeof value === "object" && value !== null) return value;
  throw new HttpError(400, "the body is neither an object nor a list");
}

/** What `req.body` and `req.files` are, by the content type; an empty object where there is nothing to read. */
export function parseBody(sent, contentType) {
  const type = mediaType(contentType);
  if (sent.length === 0) return { body: {}, files: [] };
  if (type === "application/json" || type.endsWith("+json")) {
    return { body: parseJson(sent.toString()), files: [] };
  }
  if (type === "application/x-www-form-urlencoded") {
    return { body: parseQuery(sent.toString()), files: [] };
  }
  if (type === "multipart/form-data") return parseMultipart(Buffer.from(sent), contentType);
  return { body: {}, files: [] };
}
