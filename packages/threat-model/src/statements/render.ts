import type { Statement } from "../model/model.ts";
import { withArticle } from "./article.ts";

/** The parts of a statement in the order of its sentence. `mask` tells which of them a sentence has. */
export const statementParts = [
  {
    id: "source",
    title: "Source",
    mask: 1,
    asks: "Who or what begins it?",
    example: "signed-in customer",
  },
  {
    id: "prerequisites",
    title: "Prerequisites",
    mask: 2,
    asks: "What access or position does that need?",
    example: "with the number of another customer's order",
  },
  {
    id: "action",
    title: "Action",
    mask: 4,
    asks: "What is done to the system?",
    example: "read the order through the order API",
  },
  {
    id: "impact",
    title: "Impact",
    mask: 8,
    asks: "What happens then?",
    example: "disclosure of addresses to strangers",
  },
  {
    id: "goals",
    title: "Goal",
    mask: 16,
    asks: "Which property is reduced?",
    example: "confidentiality",
  },
  {
    id: "assets",
    title: "Assets",
    mask: 32,
    asks: "Of which assets?",
    example: "customer addresses",
  },
] as const;

export type StatementPart = (typeof statementParts)[number]["id"];

/** Sentences that the grammar knows: source, prerequisites and action always, the rest as it is there. */
const sentences: ReadonlySet<number> = new Set([7, 15, 23, 31, 39, 47, 55, 63]);

export function statementMask(statement: Statement): number {
  const texts = written(statement);
  return statementParts.reduce((sum, { id, mask }) => sum + (texts[id] === "" ? 0 : mask), 0);
}

/** Whether nothing is missing that the sentence cannot do without. */
export const isWholeStatement = (statement: Statement): boolean =>
  sentences.has(statementMask(statement));

/**
 * The sentence. What it cannot do without stands in brackets where it is missing; nothing at all gives "".
 */
export function renderStatement(statement: Statement): string {
  if (statementMask(statement) === 0) return "";
  const { source, prerequisites, action, impact, goals, assets } = written(statement);
  const start = source === "" ? "A [source]" : withArticle(source);
  return [
    `${start} ${prerequisites || "[prerequisites]"} can ${action || "[action]"}`,
    impact === "" ? "" : `, which leads to ${impact}`,
    goals === "" ? "" : `, resulting in reduced ${goals}`,
    assets === "" ? "" : goals === "" ? `, negatively impacting ${assets}` : ` of ${assets}`,
  ].join("");
}

/** As they stand in the sentence: on one line, without an end mark of their own. */
function written({ goals, assets, ...told }: Statement): Record<StatementPart, string> {
  return {
    source: tidy(told.source),
    prerequisites: tidy(told.prerequisites),
    action: tidy(told.action).replace(/^can\s+/i, ""),
    impact: tidy(told.impact),
    goals: joined(goals),
    assets: joined(assets),
  };
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s.,;:!]+$/, "");

/** "a, b and c" */
function joined(all: readonly string[]): string {
  const texts = all.map(tidy).filter((one) => one !== "");
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}
