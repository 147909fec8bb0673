import { readPolicy, type PolicyProblem } from "@loopwright/aws/decision";
import type { Files } from "@loopwright/core";

import type { WriteAnswer } from "./answer.ts";
import type { PolicyBrief } from "./brief.ts";
import type { EditableDocument } from "./estate/estate.ts";
import { sizeLimits, sizeOf } from "./limits.ts";

/** Texts of the editable documents, by id. */
export type Texts = ReadonlyMap<string, string>;

/** What is wrong with one of the documents, in IAM's words, at its place. */
export type DocumentProblem = PolicyProblem & { document: string };

type Given = { brief: PolicyBrief; files: Files };

const startText = ({ file }: EditableDocument, files: Files): string =>
  file !== undefined && Object.hasOwn(files, file) ? files[file]! : "";

/** The documents as they stand with an answer; without one, as they stood at the start. */
export function textsOf({ brief, files }: Given, answer: WriteAnswer | null): Texts {
  const changed = answer?.documents ?? {};
  return new Map(
    brief.documents.map((one) => [
      one.id,
      Object.hasOwn(changed, one.id) ? changed[one.id]! : startText(one, files),
    ]),
  );
}

export function somethingChanged(given: Given, answer: WriteAnswer): boolean {
  const before = textsOf(given, null);
  return [...textsOf(given, answer)].some(([id, text]) => text.trim() !== before.get(id)?.trim());
}

/** Everything for which AWS would refuse to store a document there; empty where it takes it. */
export function problemsIn(
  text: string,
  { kind }: Pick<EditableDocument, "kind">,
): PolicyProblem[] {
  const whole = (message: string) => [{ line: 1, column: 1, where: "", message }];
  if (text.trim() === "") return whole("The document is empty. AWS stores no empty policy.");
  const { problems } = readPolicy(text, kind);
  if (problems) return [...problems];
  const limit = sizeLimits[kind];
  const size = sizeOf(text, limit);
  if (size <= limit.max) return [];
  return whole(`The document has ${size} characters; AWS takes ${limit.max} here.`);
}

export function allProblems(brief: PolicyBrief, texts: Texts): DocumentProblem[] {
  return brief.documents.flatMap((document) =>
    problemsIn(texts.get(document.id) ?? "", document).map((problem) => ({
      document: document.id,
      ...problem,
    })),
  );
}

/** “Key policy, line 4, column 7 (Statement[0].Action): …”. */
export function problemInWords(brief: PolicyBrief, problem: DocumentProblem): string {
  const { document, line, column, where, message } = problem;
  const title = brief.documents.find(({ id }) => id === document)?.title ?? document;
  const place = where === "" ? "" : ` (${where})`;
  return `${title}, line ${line}, column ${column}${place}: ${message}`;
}
