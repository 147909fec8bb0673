import type { AnswerFile, DocumentType, Json } from "@loopwright/core";
import type { SampleLearner } from "@loopwright/store";

export type Written = { title: string; answer: AnswerFile; at: string };
type Kept = SampleLearner["documents"][number];

/** So many of each type at most. */
const eachMax = 3;

/**
 * What the sample learner keeps: for each type of document that can be read out of an answer's text, those of
 * `written`, one of each answer. `id` gives the id of the nth.
 */
export function documentsOf(
  types: Iterable<DocumentType>,
  written: readonly Written[],
  id: (index: number) => string,
): Kept[] {
  const kept: Kept[] = [];
  for (const type of types) {
    const found = written.flatMap(({ title, answer, at }) => {
      const body = readAny(type, answer);
      return body === null ? [] : [{ title, body, at }];
    });
    for (const { title, body, at } of found.slice(0, eachMax)) {
      const stamps = { version: 1, createdAt: at, updatedAt: at, deletedAt: null };
      const names = {
        id: id(kept.length),
        learnerId: "",
        type: type.id,
        title,
        format: type.format,
      };
      kept.push({
        record: { ...names, ...stamps, body },
        summary: type.analyse?.(body) ?? null,
      });
    }
  }
  return kept;
}

/** The first text of the answer that is a document of this type, in its shape. */
function readAny(type: DocumentType, { stages }: AnswerFile): Json | null {
  for (const text of textsIn(Object.values(stages))) {
    const parsed = type.schema.safeParse(type.fromText?.(text) ?? undefined);
    if (parsed.success) return parsed.data as Json;
  }
  return null;
}

function* textsIn(values: readonly Json[]): Generator<string> {
  for (const value of values) {
    if (typeof value === "string") yield value;
    else if (typeof value === "object" && value !== null) yield* textsIn(Object.values(value));
  }
}
