import type { Json } from "@loopwright/core";

import { baseUrlProblem, endpoint, hostOf, isUsableKey, type ModelConfig } from "./config.ts";
import { networkProblem } from "./network-problem.ts";
import { problems, statusProblem, type ModelProblem } from "./problem.ts";
import { cleaned } from "./secret.ts";

const replyBytesMax = 1_000_000;
const callMsDefault = 30_000;
const allMsMax = 60_000;

export type Answered =
  | { ok: true; body: Json }
  /** `status` is null where no answer came. `said` is what the server wrote, cleaned. */
  | { ok: false; status: number | null; said: string; problem: ModelProblem };

export type Call = (path: "chat/completions" | "models", body?: Json) => Promise<Answered>;

/** Calls that share one budget of time. The key goes into the one header and nowhere else. */
export function openTransport(config: ModelConfig): Call {
  const deadline = performance.now() + allMsMax;
  return async (path, body) => {
    const wrong = settingsProblem(config);
    if (wrong) return failed(wrong);
    const ms = Math.min(config.timeoutMs ?? callMsDefault, deadline - performance.now());
    const words = { host: hostOf(config.baseUrl), model: config.model };
    const timeMs = Math.max(0, Math.floor(ms));
    try {
      return await within(timeMs, async (signal) => {
        const address = endpoint(config.baseUrl, path);
        return read(await fetch(address, { ...requestOf(config, body), signal }), config);
      });
    } catch (error) {
      return failed(networkProblem(error, { ...words, seconds: Math.ceil(timeMs / 1000) }));
    }
  };
}

/**
 * Ends with a TimeoutError when the time is up, whatever `work` does. Not by AbortSignal.timeout alone:
 * fetch holds its signal weakly, and now and then one is collected while the body is still read.
 */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const late = new DOMException("The time is up.", "TimeoutError");
      controller.abort(late);
      reject(late);
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}

function settingsProblem({ baseUrl, key }: ModelConfig): ModelProblem | null {
  const wrong = baseUrlProblem(baseUrl);
  if (wrong) return problems.badUrl(wrong);
  // An unfit header value would be thrown back in an error's text.
  return key === null || isUsableKey(key) ? null : problems.badKey();
}

const requestOf = ({ key }: ModelConfig, body: Json | undefined): RequestInit => ({
  method: body === undefined ? "GET" : "POST",
  redirect: "error",
  headers: {
    accept: "application/json",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(key !== null && { authorization: `Bearer ${key}` }),
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

async function read(response: Response, config: ModelConfig): Promise<Answered> {
  const words = { host: hostOf(config.baseUrl), model: config.model };
  const text = await boundedText(response);
  if (text === null) return failed(problems.tooLarge(words));
  const body = parsed(text);
  if (!response.ok) {
    const said = cleaned(wordsOf(body), config.key);
    const { status } = response;
    return { ok: false, status, said, problem: statusProblem(status, said, words) };
  }
  return body === undefined ? failed(problems.notJson(words)) : { ok: true, body };
}

/** Reads as it comes, so that an endless answer ends at the limit; null beyond it. */
async function boundedText(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > replyBytesMax) return null;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

/** Servers put their words at error.message, error, message or detail. */
function wordsOf(body: Json | undefined): string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return "";
  const { error, message, detail } = body;
  const inner = typeof error === "object" && error !== null ? (error as { message?: Json }) : {};
  const found = [inner.message, error, message, detail].find((one) => typeof one === "string");
  return typeof found === "string" ? found : "";
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const failed = (problem: ModelProblem): Answered => ({
  ok: false,
  status: null,
  said: "",
  problem,
});
