import type { Json } from "@loopwright/core";

import { fieldsOf } from "./fields.ts";
import { note, type WorldState } from "./state.ts";

/** The `mail` service: { to, subject, body } is kept, and nothing is sent. */
export function mailService(state: WorldState, request: Json): Json {
  const fields = fieldsOf(request);
  const to = fields.text("to", 1_000);
  note(state, "mail", { to, subject: fields.text("subject"), body: fields.text("body", 100_000) });
  return {};
}
