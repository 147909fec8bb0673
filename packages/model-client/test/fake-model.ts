import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { json, moods, type Mood, type Seen, type SentBody } from "./moods.ts";

export { moods, type Mood, type Seen };

export type FakeModel = {
  /** http://127.0.0.1:PORT/v1 */
  baseUrl: string;
  /** Every request, oldest first. */
  seen: Seen[];
  /** What it does from the next request on. */
  mood: Mood;
  /**
   * The value that it gives in a good mood. `input` is the data of the question, and the default makes
   * the smallest value that the schema allows, where the request holds one.
   */
  answer: (input: unknown, seen: Seen) => unknown;
  close: () => Promise<void>;
};

type Options = Partial<Pick<FakeModel, "mood" | "answer">> & {
  models?: string[];
  /** Refuses every other key with 401. */
  key?: string;
};

/** A server on loopback that speaks the OpenAI-compatible protocol, in good and bad moods. */
export async function startFakeModel(options: Options = {}): Promise<FakeModel> {
  const server = createServer(
    (request, response) => void serve(fake, { request, response, options }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeModel = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen: [],
    mood: options.mood ?? "good",
    answer: options.answer ?? ((_input, seen) => smallest(schemaOf(seen.body))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

type Exchange = { request: IncomingMessage; response: ServerResponse; options: Options };

async function serve(fake: FakeModel, { request, response, options }: Exchange): Promise<void> {
  const seen = await read(request);
  fake.seen.push(seen);
  if (options.key !== undefined && seen.authorization !== `Bearer ${options.key}`) {
    moods["key refused"]({ response, seen, before: 0, value: null });
  } else if (seen.path === "/v1/models") {
    const data = (options.models ?? ["tiny", "small"]).map((id) => ({ id, object: "model" }));
    json({ response }, 200, { object: "list", data });
  } else if (seen.path === "/v1/chat/completions") {
    const [, data] = seen.body.messages ?? [];
    const before = (seen.body.messages?.length ?? 2) - 2;
    const value = fake.answer(JSON.parse(data?.content ?? "null"), seen);
    moods[fake.mood]({ response, seen, before, value });
  } else json({ response }, 404, { detail: "Not Found" });
}

async function read(request: IncomingMessage): Promise<Seen> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  const body = (text === "" ? {} : JSON.parse(text)) as SentBody;
  const format = (body["response_format"] as { type?: string } | undefined)?.type ?? null;
  const { authorization } = request.headers;
  return { path: request.url ?? "", authorization, format, body };
}

/** The schema is a field of the request, or stands at the end of the instructions. */
function schemaOf(body: SentBody): unknown {
  const sent = body["response_format"] as { json_schema?: { schema?: unknown } } | undefined;
  if (sent?.json_schema?.schema !== undefined) return sent.json_schema.schema;
  const written = /JSON Schema:\n(.*)$/s.exec(body.messages?.at(-1)?.content ?? "");
  const first = /JSON Schema:\n(.*)$/s.exec(body.messages?.[0]?.content ?? "");
  const text = (written ?? first)?.[1];
  return text === undefined ? {} : JSON.parse(text);
}

type Schema = {
  type?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
};

function smallest(schema: unknown): unknown {
  const { type, enum: allowed, required = [], properties = {} } = schema as Schema;
  if (allowed) return allowed[0];
  if (type === "array") return [];
  if (type === "string") return "";
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return 0;
  return Object.fromEntries(required.map((name) => [name, smallest(properties[name] ?? {})]));
}
