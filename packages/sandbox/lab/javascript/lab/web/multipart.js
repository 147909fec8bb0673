import { HttpError } from "./errors.js";
import { contentType } from "./types.js";

const partsMax = 100;

const boundaryOf = (header) => {
  const found = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(header);
  if (found) return found[1] ?? found[2];
  throw new HttpError(400, "the multipart body names no boundary");
};

function headersOf(text) {
  const headers = {};
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}

/** `name="…"` of a Content-Disposition; browsers send a quote as %22 and a line break as %0D%0A. */
function parameter(header, name) {
  const found = new RegExp(`;\\s*${name}="((?:\\\\"|[^"])*)"`, "i").exec(header);
  return found?.[1].replace(/\\"/g, '"').replace(/%22/g, '"');
}

/** Form fields in `body`, files in the shape of multer: fieldname, originalname, mimetype, size, buffer. */
export function parseMultipart(bytes, header) {
  const fields = Object.create(null);
  const files = [];
  // One character for each byte, so that places in the text are places in the bytes.
  const text = bytes.toString("latin1");
  const mark = `--${boundaryOf(header)}`;
  let at = text.indexOf(mark);
  for (let count = 0; at >= 0 && count < partsMax; count++) {
    const start = at + mark.length;
    if (text.startsWith("--", start)) break;
    const next = text.indexOf(`\r\n${mark}`, start);
    const blank = text.indexOf("\r\n\r\n", start);
    if (next < 0 || blank < 0 || blank > next)
      throw new HttpError(400, "the multipart body is cut off");
    const headers = headersOf(bytes.subarray(start + 2, blank).toString());
    add({ headers, data: bytes.subarray(blank + 4, next) }, { fields, files });
    at = next + 2;
  }
  return { body: { ...fields }, files };
}

function add({ headers, data }, { fields, files }) {
  const disposition = headers["content-disposition"] ?? "";
  const fieldname = parameter(disposition, "name");
  const originalname = parameter(disposition, "filename");
  if (fieldname === undefined) return;
  if (originalname === undefined) {
    const value = data.toString();
    fields[fieldname] = fieldname in fields ? [].concat(fields[fieldname], value) : value;
    return;
  }
  const mimetype = headers["content-type"] ?? contentType("bin");
  files.push({ fieldname, originalname, mimetype, size: data.length, buffer: data });
}
