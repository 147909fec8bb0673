import { z } from "zod";

import { controls } from "../model/controls.ts";
import type { Problem } from "../model/problems.ts";
import { technologies } from "../model/technologies.ts";
import { placeholders } from "./engine/words.ts";
import { rule, type ElementTest, type FlowTest, type Rule } from "./rule.ts";

/** A team's own rules, as they stand in a file beside its models. */
export const ruleFile = z
  .strictObject({ format: z.literal(1), rules: z.array(rule).max(2_000) })
  .describe("Rules of a Loopwright threat model");
export type RuleFile = z.infer<typeof ruleFile>;

/** For editors that check a file while it is typed. */
export const ruleFileSchema = () => z.toJSONSchema(ruleFile, { io: "input" });

/** What is wrong with a rule file: its shape, ids that are there twice, names that mean nothing. */
export function ruleProblems(value: unknown): Problem[] {
  const parsed = ruleFile.safeParse(value);
  if (!parsed.success) return parsed.error.issues.flatMap(shapeProblems);
  const { rules } = parsed.data;
  return [
    ...duplicates(rules),
    ...rules.flatMap((one, index) => [
      ...namesIn(one, `rules[${index}]`).flatMap(unknownName),
      ...textsIn(one, `rules[${index}]`).flatMap((text) => unknownPlaceholders(one, text)),
      ...plainTextsIn(one, `rules[${index}]`).flatMap(placeholdersIn),
    ]),
  ];
}

function shapeProblems({ path, message, ...issue }: z.core.$ZodIssue): Problem[] {
  const where = path.map((one) => (typeof one === "number" ? `[${one}]` : `.${String(one)}`));
  return [
    {
      where: where.join("").replace(/^\./, "") || "the file",
      message: issue.code === "unrecognized_keys" ? `Unknown: ${issue.keys.join(", ")}` : message,
      next: "Write it as the schema of rule files says.",
    },
  ];
}

function duplicates(rules: readonly Rule[]): Problem[] {
  const first = new Map<string, number>();
  return rules.flatMap(({ id }, index) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `“${id}” is the id of rules[${earlier}] already.`;
    return [{ where: `rules[${index}].id`, message, next: "Give one of them another id." }];
  });
}

type Name = { where: string; list: "control" | "technology"; id: string };

/** Every control and technology that a rule speaks of, with its place. */
function namesIn(rule: Rule, where: string): Name[] {
  const tests = [
    [`${where}.when`, rule.when] as const,
    ...rule.unless.map((one, index) => [`${where}.unless[${index}]`, one] as const),
  ];
  return [
    ...tests.flatMap(([place, test]) => namesInTest(test, place)),
    ...rule.mitigations.flatMap(({ control }, index) =>
      control === undefined
        ? []
        : [
            {
              where: `${where}.mitigations[${index}].control`,
              list: "control" as const,
              id: control,
            },
          ],
    ),
  ];
}

/** Of both kinds of test: what one of them lacks is not there. */
function namesInTest(test: ElementTest & FlowTest, where: string): Name[] {
  const words = (key: "controls" | "lacks" | "technology") =>
    (test[key] ?? []).map((id, index) => ({
      where: `${where}.${key}[${index}]`,
      list: key === "technology" ? ("technology" as const) : ("control" as const),
      id,
    }));
  const inner = (
    ["incoming", "outgoing", "noIncoming", "noOutgoing", "source", "target"] as const
  ).flatMap((key) => (test[key] ? namesInTest(test[key], `${where}.${key}`) : []));
  const any = (test.any ?? []).flatMap((one, index) => namesInTest(one, `${where}.any[${index}]`));
  return [...words("controls"), ...words("lacks"), ...words("technology"), ...inner, ...any];
}

function unknownName({ where, list, id }: Name): Problem[] {
  if ((list === "control" ? controls : technologies).has(id)) return [];
  const message = `“${id}” is no ${list}.`;
  return [{ where, message, next: `Take an id from the list of ${plural[list]}.` }];
}
const plural = { control: "controls", technology: "technologies" } as const;

type Text = { where: string; text: string };

function textsIn({ title, statement }: Rule, where: string): Text[] {
  const parts = ["source", "prerequisites", "action", "impact"] as const;
  return [
    { where: `${where}.title`, text: title },
    ...parts.map((key) => ({ where: `${where}.statement.${key}`, text: statement[key] })),
  ];
}

/** Notes and mitigations are shown as they are: they teach, and become texts of other models. */
const plainTextsIn = ({ note, mitigations }: Rule, where: string): Text[] => [
  { where: `${where}.note`, text: note },
  ...mitigations.map(({ text }, index) => ({ where: `${where}.mitigations[${index}].text`, text })),
];

const filledPlaces = /\{([a-z]+)\}/g;
const placeholdersIn = ({ where, text }: Text): Problem[] =>
  [...text.matchAll(filledPlaces)].map(([whole]) => ({
    where,
    message: `${whole} is not filled in here.`,
    next: "Say it in general words; titles and statements may name the parts.",
  }));

function unknownPlaceholders({ on }: Rule, { where, text }: Text): Problem[] {
  const known: readonly string[] = placeholders[on];
  return [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([whole, key]) => {
    if (known.includes(key!)) return [];
    const next = `A rule on ${on === "flow" ? "a flow" : "an element"} has ${known.map((one) => `{${one}}`).join(", ")}.`;
    return [{ where, message: `${whole} stands for nothing here.`, next }];
  });
}
