import type { AnswerFile } from "@loopwright/core";

/** Fields that are chosen and not typed. */
const chosen = new Set(["id", "threat", "finding", "response", "likelihood", "impact", "cwe"]);

/**
 * How much has to be typed for an answer, in characters. Lines of a drawing that were given count nothing; what
 * is chosen from a list counts one.
 */
export function keystrokesOf({ stages, actions }: AnswerFile, given: string): number {
  const { model: drawn } = { model: "", ...(stages["draw"] as object | undefined) };
  const before = new Set([...linesOf(given), ...linesOf(drawn)]);
  const draw = typed(linesOf(drawn).filter((one) => !linesOf(given).includes(one)));
  const rest = Object.entries(stages).map(([stage, answer]) =>
    stage === "draw" ? 0 : count(answer, "", before),
  );
  return draw + rest.reduce((all, one) => all + one, 0) + count(actions, "", before);
}

const linesOf = (text: string): string[] => text.split("\n").filter((one) => one.trim() !== "");
const typed = (lines: readonly string[]): number =>
  lines.reduce((all, one) => all + one.length + 1, 0);

function count(value: unknown, field: string, before: ReadonlySet<string>): number {
  if (value === null || value === undefined || value === "") return 0;
  if (chosen.has(field) || typeof value === "number") return 1;
  if (typeof value === "string") {
    return field === "model"
      ? typed(linesOf(value).filter((one) => !before.has(one)))
      : value.length;
  }
  if (typeof value !== "object") return 1;
  const parts = Array.isArray(value)
    ? value.map((one) => count(one, field, before))
    : Object.entries(value).map(([name, one]) => count(one, name, before));
  return parts.reduce((all, one) => all + one, 0);
}
