import type { Json } from "@loopwright/core";

import { hostOf, type ModelConfig } from "./config.ts";
import { jsonIn } from "./extract.ts";
import { opening, repairing, type Asked, type Message } from "./messages.ts";
import { problems, type ModelProblem } from "./problem.ts";
import { bodyOf, yielding, type Format, type Manners } from "./request-body.ts";
import { tells } from "./secret.ts";
import type { Answered, Call } from "./transport.ts";

export type Question = Asked & { check: (value: Json) => string | null };

export type Climbed =
  | { step: Format | "repair"; value: Json }
  | { step: "offline"; problem: ModelProblem };

const rungs: readonly Format[] = ["json_schema", "json_object", "text"];
/** These say no to the caller, and would say it to any other form of the request. */
const finalStatuses = new Set([401, 402, 403, 408, 429]);

/**
 * Asks with a schema; where the server does not take that, with JSON in general; where it takes neither,
 * in plain text. A reply that does not fit is handed back once. Then it is over.
 */
export async function climb(
  question: Question,
  { config, call }: { config: ModelConfig; call: Call },
): Promise<Climbed> {
  const send = sender(config, call);
  let last: ModelProblem | null = null;
  for (const format of rungs) {
    const messages = opening(question, format !== "json_schema");
    const answered = await send(question, format, messages);
    if (answered.ok) return settle(answered.body, { question, format, messages, config, send });
    last = answered.problem;
    if (!goesDown(answered)) break;
  }
  return { step: "offline", problem: last ?? problems.unreachable(wordsOf(config)) };
}

const goesDown = ({ status }: Extract<Answered, { ok: false }>): boolean =>
  status !== null && status >= 400 && status < 500 && !finalStatuses.has(status);

type Send = (question: Question, format: Format, messages: Message[]) => Promise<Answered>;

/** Parameters that a server refuses by name are left out from then on. */
function sender(config: ModelConfig, call: Call): Send {
  let manners: Manners = { temperature: true, seed: true, limit: "max_tokens" };
  return async ({ name, schema }, format, messages) => {
    for (;;) {
      const { model } = config;
      const body = bodyOf({ model, name, schema, format, messages, manners });
      const answered = await call("chat/completions", body);
      if (answered.ok || answered.status === null || !goesDown(answered)) return answered;
      const milder = yielding(manners, answered.said, format);
      if (!milder) return answered;
      manners = milder;
    }
  };
}

type Turn = {
  question: Question;
  format: Format;
  messages: Message[];
  config: ModelConfig;
  send: Send;
};

async function settle(body: Json, turn: Turn): Promise<Climbed> {
  const { question, format, messages, config, send } = turn;
  const first = judge(body, question, config);
  if ("problem" in first) return { step: "offline", problem: first.problem };
  if ("value" in first) return { step: format, value: first.value };
  const again = await send(question, format, [...messages, ...repairing(question, first)]);
  if (!again.ok) return { step: "offline", problem: again.problem };
  const second = judge(again.body, question, config);
  if ("problem" in second) return { step: "offline", problem: second.problem };
  if ("value" in second) return { step: "repair", value: second.value };
  return { step: "offline", problem: problems.unfitReply(wordsOf(config), second.wrong) };
}

type Judged = { value: Json } | { wrong: string; reply: string } | { problem: ModelProblem };

function judge(body: Json, { check }: Question, config: ModelConfig): Judged {
  const reply = contentOf(body);
  if (reply === null) return { problem: problems.otherProtocol(wordsOf(config)) };
  let wrong: string | null = null;
  for (const value of jsonIn(reply)) {
    const fault = repeatsKey(value, config.key) ? "it repeats what is secret" : check(value);
    if (fault === null) return { value };
    wrong ??= fault;
  }
  return { reply, wrong: (wrong ?? "it holds no JSON object").slice(0, 500) };
}

/** choices[0].message.content; a missing or null one is an empty reply, anything else no chat at all. */
function contentOf(body: Json): string | null {
  const choices = (body as { choices?: Json } | null)?.choices;
  const message = Array.isArray(choices)
    ? (choices[0] as { message?: Json } | null)?.message
    : null;
  if (typeof message !== "object" || message === null || Array.isArray(message)) return null;
  const content = message["content"] ?? "";
  return typeof content === "string" ? content : null;
}

/** A server that was given a key could send it back to be kept. Placeholders of local servers are none. */
const repeatsKey = (value: Json, key: string | null): boolean =>
  key !== null && key.length > 8 && tells(JSON.stringify(value), key);

const wordsOf = ({ baseUrl, model }: ModelConfig) => ({ host: hostOf(baseUrl), model });
