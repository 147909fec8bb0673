import { URL, URLSearchParams } from "node:url";

import { exchange } from "./exchange.js";
import { Headers } from "./headers.js";
import { Response } from "./response.js";

/** Redirects a fetch follows, as the Fetch Standard has it. */
const hopsMax = 20;

const failed = (cause) => new TypeError("fetch failed", { cause });

function checkedUrl(input) {
  const given =
    typeof input === "object" && input !== null && "href" in input ? input.href : String(input);
  if (!URL.canParse(given)) throw new TypeError(`Failed to parse URL from ${given}`);
  const url = new URL(given);
  if (url.username || url.password) {
    throw new TypeError(
      `Request cannot be constructed from a URL that includes credentials: ${given}`,
    );
  }
  return url;
}

function requestOf(url, options) {
  const { method = "GET", body, redirect = "follow", address } = options;
  const headers = new Headers(options.headers);
  if (body instanceof URLSearchParams && !headers.has("content-type")) {
    headers.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
  } else if (typeof body === "string" && !headers.has("content-type")) {
    headers.set("content-type", "text/plain;charset=UTF-8");
  }
  const way = redirect === "follow" ? "follow" : "manual";
  return {
    url,
    method: String(method).toUpperCase(),
    headers,
    body,
    redirect: way,
    address,
    max: hopsMax,
  };
}

/**
 * The Web's fetch over the fake network. Options: method, headers, body (text, bytes, URLSearchParams),
 * redirect ("follow", "manual", "error"), signal, and the lab's own `address`, which is connected to instead of
 * what the name leads to.
 */
export async function fetch(input, options = {}) {
  const url = checkedUrl(input);
  options.signal?.throwIfAborted();
  url.hash = "";
  let answer;
  try {
    answer = exchange(requestOf(url.href, options));
  } catch (cause) {
    throw failed(cause);
  }
  const sentOn =
    answer.status >= 300 && answer.status <= 399 && answer.headers.location !== undefined;
  if (options.redirect === "error" && sentOn) throw failed(new Error("unexpected redirect"));
  const response = new Response(answer.body, { status: answer.status, headers: answer.headers });
  response.url = answer.url;
  response.redirected = answer.url !== url.href;
  return response;
}
