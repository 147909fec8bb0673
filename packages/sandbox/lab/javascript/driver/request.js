/** Makes the request that a step describes: { method, path, headers, body: bytes, or a text of ASCII }. */

import { Buffer } from "node:buffer";

import { isAscii } from "../node/buffer/utf8.js";

const bytesOf = (text) => Buffer.from(text, "utf8");
const bodyText = (text) => (isAscii(text) ? text : bytesOf(text));
const crossOrigin = "https://evil.example";
const sameOrigin = "https://shop.example";

export function requestOf(step, { tokens, jar }) {
  const method = step.method ?? "GET";
  const headers = Object.entries(step.headers ?? {});
  const add = (name, value) => {
    if (!headers.some(([one]) => one.toLowerCase() === name.toLowerCase()))
      headers.push([name, value]);
  };
  if (step.as !== undefined && step.as !== null) {
    if (!tokens.has(step.as)) throw new RangeError(`there is no principal ${step.as}`);
    headers.push(["Authorization", `Bearer ${tokens.get(step.as)}`]);
  }
  const path = step.path + queryOf(step);
  const mode = headers.find(([name]) => name.toLowerCase() === "sec-fetch-mode")?.[1] ?? "navigate";
  const navigates = method === "GET" && mode === "navigate";
  const cookies = jar?.header({ path, cross: step.cross === true, navigates });
  if (cookies) headers.push(["Cookie", cookies]);
  originOf({ step, method, jar }, add);
  const { type, body } = bodyOf(step);
  if (body.length > 0) add("Content-Type", type);
  return { method, path, headers, body };
}

function originOf({ step, method, jar }, add) {
  if (!step.cross && !jar) return;
  if (method !== "GET") add("Origin", step.cross ? crossOrigin : sameOrigin);
  add("Sec-Fetch-Site", step.cross ? "cross-site" : "same-origin");
}

function queryOf({ path, query }) {
  const text = urlencoded(query ?? {});
  return text === "" ? "" : (path.includes("?") ? "&" : "?") + text;
}

const encoded = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");

const urlencoded = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join("&");

function bodyOf(step) {
  if ("json" in step)
    return { type: "application/json", body: bodyText(JSON.stringify(step.json)) };
  if (step.form) {
    return { type: "application/x-www-form-urlencoded", body: bodyText(urlencoded(step.form)) };
  }
  if (step.upload) return multipart(step.upload);
  if (step.base64 !== undefined) {
    return { type: "application/octet-stream", body: Buffer.from(step.base64, "base64") };
  }
  return { type: "text/plain", body: bodyText(step.body ?? "") };
}

const boundary = "----loopwright-upload-boundary";

function multipart(fields) {
  const parts = Object.entries(fields).flatMap(([name, field]) => partOf(name, field));
  const body = Buffer.concat([...parts, bytesOf(`--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

/** As browsers write a name into the header: quotes and line breaks percent-encoded. */
const named = (text) => text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

function partOf(name, field) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${named(name)}"`;
  if (typeof field === "string") return [bytesOf(`${head}\r\n\r\n${field}\r\n`)];
  const type = field.type ?? "application/octet-stream";
  const content =
    field.base64 === undefined ? bytesOf(field.text ?? "") : Buffer.from(field.base64, "base64");
  const file = `${head}; filename="${named(field.name)}"\r\nContent-Type: ${type}\r\n\r\n`;
  return [bytesOf(file), content, bytesOf("\r\n")];
}
