import type { Json } from "@loopwright/core";
import type { DocumentsPort, KeptDocument } from "@loopwright/ui";

import { document } from "../../documents/threat-model/document.ts";

type Stored = KeptDocument & {
  versions: { version: number; title: string; body: Json; savedAt: string }[];
};

const day = "2026-01-01T00:00:00.000Z";

/** The port as the shell hands it in, over a map: documents, their versions, conflicts. For tests. */
export function keptInMemory() {
  const all = new Map<string, Stored>();
  const removed = new Set<string>();
  const found = (id: string): Stored => {
    const one = all.get(id);
    if (!one) throw refusal("not-found");
    return one;
  };
  const port: DocumentsPort = {
    list: async () =>
      [...all.values()]
        .filter(({ id }) => !removed.has(id))
        .map(({ body, versions: _versions, ...rest }) => ({
          ...rest,
          summary: document.analyse!(document.schema.parse(body)),
        })),
    create: async (type, { title, body }) => {
      const id = `m${all.size + 1}`;
      const made = { id, type, title, body, version: 1, createdAt: day, updatedAt: day };
      all.set(id, { ...made, versions: [{ version: 1, title, body, savedAt: day }] });
      return made;
    },
    get: async (id) => found(id),
    save: async (id, { version, title, body }) => {
      const before = found(id);
      if (before.version !== version) throw refusal("conflict");
      const next = { ...before, title, body: document.schema.parse(body), version: version + 1 };
      next.versions = [{ version: next.version, title, body, savedAt: day }, ...before.versions];
      all.set(id, next);
      return next;
    },
    history: async (id) => found(id).versions,
    version: async (id, version) => found(id).versions.find((one) => one.version === version)!,
    remove: async (id) => removed.add(id),
    restore: async (id) => removed.delete(id),
  };
  return { port, found };
}

const refusal = (code: string) => ({ code, message: "It was refused.", next: "Look again." });
