import type { ServerResponse } from "node:http";

/** What a request looked like to the server. */
export type Seen = {
  path: string;
  authorization: string | undefined;
  /** response_format.type; null for plain text and for GET. */
  format: string | null;
  body: SentBody;
};

export type SentBody = {
  model?: string;
  messages?: { role: string; content: string }[];
  [field: string]: unknown;
};

export type Turn = {
  response: ServerResponse;
  seen: Seen;
  /** Requests of the same question before this one. */
  before: number;
  /** The right value, as the test or the schema gives it. */
  value: unknown;
};

const good = (turn: Turn): void => say(turn, JSON.stringify(turn.value));

/** Each mood answers one chat request, well or badly. */
export const moods = {
  good,
  fenced: (turn) => say(turn, `Here it is:\n\n\`\`\`json\n${JSON.stringify(turn.value)}\n\`\`\`\n`),
  chatty: (turn) =>
    say(turn, `A set {like this} is no answer. ${JSON.stringify(turn.value)} Anything else?`),
  thinking: (turn) =>
    say(turn, `<think>{"points":"none"} or so?</think>${JSON.stringify(turn.value)}`),
  "wrong once": (turn) => say(turn, turn.before === 0 ? wrong : JSON.stringify(turn.value)),
  wrong: (turn) => say(turn, wrong),
  talk: (turn) => say(turn, "That is a fine answer, and I would hire whoever gave it."),
  silent: (turn) => json(turn, 200, { choices: [{ message: { content: null } }] }),
  "no schemas": (turn) =>
    turn.seen.format === "json_schema"
      ? error(turn, 400, "response_format json_schema is not supported")
      : good(turn),
  "plain only": (turn) =>
    turn.seen.format === null ? good(turn) : error(turn, 400, "unknown field response_format"),
  "nothing at all": (turn) => error(turn, 400, "no such thing"),
  "newer parameters": (turn) => {
    const named = ["max_tokens", "temperature", "seed"].find((one) => one in turn.seen.body);
    return named ? error(turn, 400, `Unsupported parameter: '${named}'`) : good(turn);
  },
  /** Never answers; the test ends it by closing the server. */
  slow: () => {},
  /** Begins to answer, and never ends. */
  "slow body": ({ response }) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"choices": [');
  },
  truncated: (turn) => {
    turn.response.writeHead(200, { "content-type": "application/json" });
    turn.response.end(chat(turn, JSON.stringify(turn.value)).slice(0, 40));
  },
  "cut off": ({ response }) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
    response.write('{"choices": [');
    setTimeout(() => response.destroy(), 20);
  },
  "hung up": ({ response }) => void response.destroy(),
  huge: (turn) => say(turn, "x".repeat(1_200_000)),
  html: ({ response }) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>A router</title>");
  },
  "no chat": (turn) => json(turn, 200, { status: "ok" }),
  redirect: ({ response }) => {
    response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" });
    response.end();
  },
  "key refused": (turn) =>
    error(turn, 401, `Incorrect API key provided: ${turn.seen.authorization ?? "none"}`),
  forbidden: (turn) => error(turn, 403, "not for this project"),
  "no such model": (turn) =>
    json(turn, 404, { error: `model "${turn.seen.body.model}" not found, try pulling it first` }),
  "no such address": (turn) => json(turn, 404, { detail: "Not Found" }),
  busy: (turn) => error(turn, 429, "slow down"),
  broken: (turn) => error(turn, 500, "out of memory"),
  "blames the key": (turn) => error(turn, 400, `bad header: ${turn.seen.authorization ?? ""}`),
  /** Repeats the key in the place of an answer. */
  "tells the key": (turn) => say(turn, JSON.stringify({ word: turn.seen.authorization })),
  /** What a model would reply that obeyed an answer which told it to. */
  fooled: (turn) =>
    say(turn, JSON.stringify({ verdict: "hired", score: 100, points: "all of them" })),
} satisfies Record<string, (turn: Turn) => unknown>;

export type Mood = keyof typeof moods;

const wrong = JSON.stringify({ points: "all of them" });

const chat = ({ seen }: Turn, content: string): string =>
  JSON.stringify({
    object: "chat.completion",
    model: seen.body.model,
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
  });

function say(turn: Turn, content: string): void {
  turn.response.writeHead(200, { "content-type": "application/json" });
  turn.response.end(chat(turn, content));
}

export function json({ response }: Pick<Turn, "response">, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

const error = (turn: Turn, status: number, message: string): void =>
  json(turn, status, { error: { message, type: "invalid_request_error" } });
