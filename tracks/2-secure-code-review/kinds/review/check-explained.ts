import type { MaterialProblem } from "@loopwright/core";
import { coverText } from "@loopwright/prose";

import { cweInWords } from "./cwe/cwe.ts";
import { questionOf, rubricOf } from "./explains.ts";
import type { Flaw, ReviewKey } from "./key.ts";

/** What is said of any flaw says nothing of this one. */
const cliches = [
  "It looks unsafe.",
  "An attacker could exploit this vulnerability to compromise the system and steal sensitive data.",
  "This is a critical security issue that breaks confidentiality, integrity and availability.",
  "Input is not validated, which leads to attacks on customers and harms the reputation of the shop.",
];

/**
 * That the points of each flaw tell an explanation from a name: the reference sentence says all of them,
 * while the flaw's title, its class and a cliche do not.
 */
export function checkExplained({ text, key }: { text: string; key: ReviewKey }): MaterialProblem[] {
  return key.flaws.flatMap((flaw, index) => {
    const problem = (field: string, message: string): MaterialProblem => {
      return { where: `answer/key.yaml flaws.${index}.${field}`, message };
    };
    const ids = flaw.explains.map(({ id }) => id);
    const repeated = ids.find((id, at) => ids.indexOf(id) < at);
    if (repeated) return [problem("explains", `two points have the id ${repeated}`)];
    const unsaid = openIn(flaw.impact, flaw, text);
    const empty = [...namesOf(flaw), ...cliches].find(
      (one) => openIn(one, flaw, text).length === 0,
    );
    return [
      ...unsaid.map((id) => problem("impact", `the reference sentence does not say ${id}`)),
      ...(empty ? [problem("explains", `“${empty}” is enough to explain it`)] : []),
    ];
  });
}

const namesOf = ({ title, cwe }: Flaw): string[] => [
  `${title}.`,
  ...cwe.map((one) => `${cweInWords(one)}.`),
];

/** Points that a sentence does not make. */
const openIn = (said: string, flaw: Flaw, brief: string): string[] =>
  coverText({ text: said, rubric: rubricOf(flaw), question: questionOf(brief, flaw) })
    .findings.filter(({ kind }) => kind !== "found")
    .map(({ point }) => point);
