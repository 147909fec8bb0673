import { Hono } from "hono";
import { z } from "zod";

import { AppError, type DocumentType, type Json } from "@loopwright/core";

import { missing } from "../attempt-work.ts";
import type { Context } from "../context.ts";
import { body } from "../http/body.ts";

const json = z.json() as z.ZodType<Json>;
const title = z.string().min(1).max(200);
// As large as the database's integer: it refuses more.
const versionNumber = z.coerce.number().pipe(z.int32().min(1));

/** Documents of every type: autosave with an optimistic version, history, removal and its undo. */
export const documentRoutes = (context: Context) => {
  const { documents } = context.store;
  return new Hono()
    .get("/", async (c) => {
      const { id } = typeOf(context, c.req.query("type") ?? "");
      return c.json(await documents.list({ learnerId: context.learnerId, type: id }));
    })
    .post("/", body(z.strictObject({ type: z.string(), title, body: json })), async (c) => {
      const given = c.req.valid("json");
      const type = typeOf(context, given.type);
      const made = await documents.create({
        learnerId: context.learnerId,
        type: type.id,
        title: given.title,
        ...contentOf(type, given.body),
      });
      return c.json(made, 201);
    })
    .get("/:id", async (c) => {
      const found = await documents.get(c.req.param("id"));
      if (!found) throw missing("document", c.req.param("id"));
      const type = typeOf(context, found.type);
      return c.json({
        ...found,
        format: type.format,
        body: type.migrate(found.body, found.format),
      });
    })
    .put(
      "/:id",
      body(z.strictObject({ version: z.int().min(1), title, body: json })),
      async (c) => {
        const id = c.req.param("id");
        const found = await documents.get(id);
        if (!found) throw missing("document", id);
        const type = typeOf(context, found.type);
        const given = c.req.valid("json");
        const content = { title: given.title, ...contentOf(type, given.body) };
        return c.json(await documents.save(id, given.version, content));
      },
    );
};

/** Earlier versions, removal, and its undo. */
export const documentHistoryRoutes = ({ store: { documents } }: Context) =>
  new Hono()
    .get("/:id/history", async (c) => c.json(await documents.history(c.req.param("id"))))
    .get("/:id/versions/:version", async (c) => {
      const version = versionNumber.safeParse(c.req.param("version"));
      const found = version.success
        ? await documents.version(c.req.param("id"), version.data)
        : null;
      if (!found) throw missing("version", c.req.param("version"));
      return c.json(found);
    })
    .delete("/:id", async (c) => {
      await documents.remove(c.req.param("id"));
      return c.json({});
    })
    .post("/:id/restore", async (c) => {
      await documents.restore(c.req.param("id"));
      return c.json({});
    });

function typeOf(context: Context, id: string): DocumentType {
  const type = context.curriculum.documents.get(id);
  if (!type) throw missing("type of document", id);
  return type;
}

/** Checks a body against its type; what the type says of it goes with it, for lists. */
function contentOf(type: DocumentType, value: Json) {
  const parsed = type.schema.safeParse(value);
  if (parsed.success) {
    const summary = type.analyse?.(parsed.data) ?? null;
    return { body: parsed.data as Json, format: type.format, summary };
  }
  const issue = parsed.error.issues[0];
  throw new AppError("invalid-input", {
    message: `The document does not fit: ${issue?.message ?? ""}.`,
    next: "The version before is kept. Mend the field and save again.",
    where: issue?.path.join(".") ?? "",
  });
}
