/** Short names and file endings to media types. */
const types = {
  html: "text/html",
  htm: "text/html",
  text: "text/plain",
  txt: "text/plain",
  csv: "text/csv",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  xml: "application/xml",
  pdf: "application/pdf",
  zip: "application/zip",
  bin: "application/octet-stream",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  mp4: "video/mp4",
};

const isText = /^text\/|^application\/(?:json|javascript|xml)$/;

/** `html`, `.html` or `text/html` as a Content-Type. */
export function contentType(name) {
  const type = name.includes("/")
    ? name
    : (types[name.replace(/^.*\./, "").toLowerCase()] ?? types.bin);
  return isText.test(type) && !type.includes(";") ? `${type}; charset=utf-8` : type;
}

/** The media type of a Content-Type header, without its parameters. */
export const mediaType = (header = "") => header.split(";")[0].trim().toLowerCase();
