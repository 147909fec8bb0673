import { reach, rulesOf } from "@loopwright/aws/network";
import type { Examples, ProofLine, Prover, WrongAnswer } from "@loopwright/core";

import { repairAnswer } from "./answer.ts";
import type { NetworkBrief } from "./brief.ts";
import { questionOf } from "./flow.ts";
import type { NetworkKey } from "./key.ts";
import type { NetworkKindOfWork } from "./kind.ts";
import { keeps } from "./repair/keeps.ts";
import { apply } from "./tables/apply.ts";
import { editableTables, type Table } from "./tables/table.ts";
import { truthOf } from "./trace/accepted.ts";

type Material = { brief: NetworkBrief; key: NetworkKey };

/** The right trace follows from the network; blunt answers are wrong in every drill. */
export const examples: Examples<NetworkKindOfWork> = (material) => ({
  exemplars: material.brief.questions.length === 0 ? [] : [rightTrace(material.brief)],
  wrong: [...bluntTraces(material.brief), ...bluntRepairs(material)],
});

function rightTrace(brief: NetworkBrief) {
  const answers = brief.questions.map((question) => {
    const { found, rules } = truthOf(brief.network, question);
    return [question.id, { reachable: found.reachable, rule: rules[0] ?? null }] as const;
  });
  const stages = { trace: { answers: Object.fromEntries(answers) } };
  return {
    slug: "from-network",
    title: "As the engine says",
    note: "",
    answer: { stages, actions: [] },
  };
}

/** The same for every question, with the rule that would be guessed first. */
function bluntTraces({ network, questions }: NetworkBrief): WrongAnswer[] {
  const guess = rulesOf(network)[0]?.id ?? null;
  return [true, false].flatMap((reachable) => {
    const fails = questions
      .filter((question) => reach(network, questionOf(question)).reachable !== reachable)
      .map(({ id }) => `trace-${id}`);
    if (fails.length === 0) return [];
    const answers = Object.fromEntries(questions.map(({ id }) => [id, { reachable, rule: guess }]));
    const slug = reachable ? "always-yes" : "always-no";
    return [wrong(slug, { trace: { answers } }, fails)];
  });
}

const openLines: Record<Table["kind"], (table: Table) => string | null> = {
  group: ({ way }) => `all ${way === "in" ? "from" : "to"} 0.0.0.0/0`,
  acl: ({ way }) => `1 allow all ${way === "in" ? "from" : "to"} 0.0.0.0/0`,
  routes: () => null,
};

function bluntRepairs({ brief, key }: Material): WrongAnswer[] {
  const tables = editableTables(brief.network, brief.editable);
  if (tables.length === 0) return [];
  const nothing = Object.fromEntries(tables.map(({ id }) => [id, ""]));
  const all = Object.fromEntries(
    tables.map((one) => [one.id, openLines[one.kind](one) ?? one.text]),
  );
  return [["deny-everything", nothing] as const, ["allow-everything", all] as const].map(
    ([slug, given]) => wrong(slug, { repair: { tables: given } }, failing({ brief, key }, given)),
  );
}

function failing({ brief, key }: Material, tables: Record<string, string>): string[] {
  const { network } = apply(brief.network, brief.editable, tables);
  return [...new Set(key.flows.filter((flow) => !keeps(network, flow)).map(({ of }) => of))];
}

const wrong = (
  slug: string,
  stages: WrongAnswer["answer"]["stages"],
  fails: string[],
): WrongAnswer => ({
  slug,
  title: slug.replaceAll("-", " "),
  note: "",
  answer: { stages, actions: [] },
  expect: { belief: "One answer is right for every question.", fails, meets: [] },
});

type Input = Parameters<Prover<NetworkKindOfWork>>[0];

/** That the start fails, and that no flow is idle: each fails at the start or for some wrong answer. */
export const prove: Prover<NetworkKindOfWork> = (input) => {
  const { brief, key } = input;
  if (key.flows.length === 0) return Promise.resolve([]);
  const essential = new Set(brief.requirements.filter((one) => one.essential).map(({ id }) => id));
  const failed = key.flows.filter((flow) => essential.has(flow.of) && !keeps(brief.network, flow));
  const networks = [brief.network, ...wrongNetworks(input)];
  return Promise.resolve([
    line("the start does not pass", failed.length > 0, "every flow is as stated already"),
    ...key.flows.map((flow) =>
      line(
        `flow ${flow.id} can fail`,
        networks.some((network) => !keeps(network, flow)),
        "neither the start nor any wrong answer decides it otherwise",
      ),
    ),
  ]);
};

const wrongNetworks = ({ brief, key, wrong: given }: Input) =>
  [...given, ...bluntRepairs({ brief, key })].flatMap(({ answer }) => {
    const parsed = repairAnswer.safeParse(answer.stages["repair"]);
    return parsed.success ? [apply(brief.network, brief.editable, parsed.data.tables).network] : [];
  });

const line = (what: string, ok: boolean, detail: string): ProofLine => ({
  what,
  ok,
  detail: ok ? "" : detail,
});
