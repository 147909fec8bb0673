import { z } from "zod";
import { defineDocument } from "@loopwright/core";

export const document = defineDocument({
  id: "note",
  title: "Note",
  schema: z.strictObject({ text: z.string() }),
  format: 2,
  migrate: (body, from) => (from === 1 ? { text: String(body) } : body),
});
