import type { Json } from "@loopwright/core";

import type { Message } from "./messages.ts";

export type Format = "json_schema" | "json_object" | "text";

/** What is sent besides the messages, as far as the server takes it. */
export type Manners = {
  temperature: boolean;
  seed: boolean;
  limit: "max_tokens" | "max_completion_tokens" | "none";
};

/** Room for some points with a quote each, and for a model that thinks aloud first. */
const tokensMax = 4096;
const seed = 7;

type Parts = {
  model: string;
  name: string;
  schema: Json;
  format: Format;
  messages: Message[];
  manners: Manners;
};

/** The body of a chat request. Plain text goes out with as few parameters as there are. */
export function bodyOf({ model, name, schema, format, messages, manners }: Parts): Json {
  return {
    model,
    messages,
    stream: false,
    ...(manners.temperature && { temperature: 0 }),
    ...(manners.seed && format !== "text" && { seed }),
    ...(manners.limit !== "none" && { [manners.limit]: tokensMax }),
    ...(format === "json_schema" && {
      response_format: { type: format, json_schema: { name, strict: true, schema } },
    }),
    ...(format === "json_object" && { response_format: { type: format } }),
  };
}

/** Leaves out the parameter that a refusal names; null where it names none that was sent. */
export function yielding(manners: Manners, said: string, format: Format): Manners | null {
  if (manners.limit === "max_completion_tokens" && said.includes("max_completion_tokens")) {
    return { ...manners, limit: "none" };
  }
  if (manners.limit === "max_tokens" && said.includes("max_tokens")) {
    return { ...manners, limit: "max_completion_tokens" };
  }
  if (manners.temperature && said.includes("temperature"))
    return { ...manners, temperature: false };
  if (manners.seed && format !== "text" && /\bseed\b/.test(said))
    return { ...manners, seed: false };
  return null;
}
