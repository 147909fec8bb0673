import {
  barOf,
  gradeAnswer,
  passes,
  scoreOf,
  skippedGrade,
  type AnswerFile,
  type Criterion,
  type Drill,
  type Examples,
  type KindModule,
  type Prover,
  type WrongAnswer,
} from "@loopwright/core";

import { drawAnswer } from "./material/answer.ts";
import { readDrawing } from "./drawing/read.ts";
import { criteria, grade } from "./grade.ts";
import type { ScenarioKey } from "./material/key.ts";
import { kind, type ScenarioKind } from "./kind.ts";
import { keystrokesOf } from "./proof/keystrokes.ts";
import { keystrokesMax } from "./material/limits.ts";
import { everyCategory, everyFinding } from "./proof/pasted.ts";
import { referenceAnswer } from "./proof/reference-answer.ts";
import { reveal } from "./reveal.ts";

/** Low ends, in points of 100. */
const paraphraseMin = 85;
const echoMax = 10;
const exemplarMin = 90;

/** The reference answer follows from the key, and so do two answers that must lose. */
export const examples: Examples<ScenarioKind> = ({ brief, text, key }) => ({
  exemplars: [
    {
      slug: "reference",
      title: "The reference",
      note: "The key's own drawing, threats and words.",
      answer: referenceAnswer({ brief, key }),
    },
  ],
  wrong: [everything(key), echoed(text, key)],
});

const module = { kind, criteria, grade, reveal } as unknown as KindModule;

type Material = Parameters<Prover<ScenarioKind>>[0];
type Line = Awaited<ReturnType<Prover<ScenarioKind>>>[number];

/** What a scenario claims beside core's proof: other words pass, few words pass, and everything at once loses. */
export const prove: Prover<ScenarioKind> = async (material) => {
  const { brief, files, key, text, exemplars } = material;
  const score = scorer(material);
  const focused = await score(key.smallest);
  const given = brief.model === undefined ? "" : (files[brief.model] ?? "");
  const keystrokes = keystrokesOf(key.smallest, given);
  const blank = await score({
    stages: Object.fromEntries(stagesIn(key).map((id) => [id, {}])),
    actions: [],
  });
  const echo = await score(echoed(text, key).answer);
  const paraphrase = await score(key.paraphrase);
  const lines: Line[] = [
    line("a blank answer scores 0", blank.high === 0, `${blank.low} to ${blank.high} of 100`),
    line("the echoed brief scores near nothing", echo.low <= echoMax, `${echo.low} of 100`),
    line(
      `the paraphrase scores ${paraphraseMin} or more`,
      paraphrase.low >= paraphraseMin,
      `${paraphrase.low} of 100; open: ${paraphrase.open}`,
    ),
    line("the smallest answer passes", focused.passed, `${focused.low} of 100; ${focused.open}`),
    line(
      `the smallest answer needs at most ${keystrokesMax} keystrokes`,
      keystrokes <= keystrokesMax,
      `${keystrokes} keystrokes`,
    ),
  ];
  for (const [name, threats] of Object.entries(pastes(key))) {
    const pasted = { ...key.smallest.stages, threats: { threats } };
    const { low, passed } = await score({ ...key.smallest, stages: pasted });
    const ok = low < focused.low && !passed;
    lines.push(line(`${name} loses to a focused answer`, ok, `${low} against ${focused.low}`));
  }
  if (brief.mode !== "design") return lines;
  for (const { slug, answer } of exemplars) {
    const { low, open } = await score(answer);
    const ok = low >= exemplarMin;
    lines.push(line(`design ${slug} scores ${exemplarMin} or more`, ok, `${low}; open: ${open}`));
  }
  lines.push(line("two different designs are shown", exemplars.length >= 2, `${exemplars.length}`));
  return lines;
};

function scorer(material: Material) {
  const stages = stagesIn(material.key);
  const drill = { ...material, meta: { stages } } as unknown as Drill;
  return async (answer: AnswerFile) => {
    const graded = await gradeAnswer({ drill, module, ports: material.ports }, answer);
    const skipped = stages
      .filter((id) => !(id in answer.stages))
      .flatMap((id) => criteriaOf(drill, id));
    const all = [...graded.criteria, ...skipped];
    const unmet = all.filter(({ verdict }) => verdict !== "met");
    const open = graded.error ?? unmet.map(({ id, verdict }) => `${id} ${verdict}`).join(", ");
    return { ...scoreOf(all), passed: passes(all, barOf(kind)).passed, open };
  };
}

function criteriaOf(drill: Drill, stage: string): Criterion[] {
  const skipped = skippedGrade(drill, module, stage);
  return skipped.status === "graded" ? skipped.criteria : [];
}

const stagesIn = ({ clarify, rank, summary }: ScenarioKey): string[] => [
  ...(clarify ? ["clarify"] : []),
  "draw",
  "threats",
  ...(rank ? ["rank"] : []),
  ...(summary ? ["summary"] : []),
];

/** On the drawing of the smallest answer, so that every place is right. */
function pastes({ smallest }: ScenarioKey) {
  const drawn = drawAnswer.safeParse(smallest.stages["draw"]);
  const { model } = readDrawing(drawn.success ? drawn.data.model : "");
  return {
    "every category at every part": everyCategory(model),
    "every finding of the rules": everyFinding(model),
  };
}

function everything(key: ScenarioKey): WrongAnswer {
  const threats = everyCategory(readDrawing(key.reference).model);
  const stages = {
    clarify: { scope: "Everything.", assumptions: "None." },
    draw: { model: key.reference },
    threats: { threats },
    rank: { top: threats.slice(0, 5).map(({ id }) => ({ threat: id, likelihood: 5, impact: 5 })) },
    summary: { text: "Everything is at risk and everything has to be fixed now." },
  };
  return wrong("everything", stages, {
    key,
    belief: "A list of every category at every part cannot miss a threat.",
    actions: key.clarify ? [{ ask: key.clarify.topics.map(({ title }) => title).join(", ") }] : [],
  });
}

function echoed(text: string, key: ScenarioKey): WrongAnswer {
  const words = text.slice(0, 3900);
  const threat = { id: "t", title: "", text: words, targets: [], stride: ["T"] };
  const stages = {
    clarify: { scope: words, assumptions: words },
    draw: { model: text },
    threats: { threats: [threat] },
    rank: { top: [{ threat: "t", mitigations: words, why: words }], residual: words },
    summary: { text: words },
  };
  return wrong("echo", stages, {
    key,
    belief: "What the brief says of the system is what is to be said of its threats.",
    actions: [],
  });
}

type About = { key: ScenarioKey; belief: string; actions: AnswerFile["actions"] };

function wrong(
  slug: string,
  all: Record<string, unknown>,
  { key, belief, actions }: About,
): WrongAnswer {
  const stages = Object.fromEntries(stagesIn(key).map((id) => [id, all[id]]));
  const answer = { stages, actions } as AnswerFile;
  const fails = ["precision", "statements", ...(key.rank ? ["top", "mitigations"] : [])];
  return { slug, title: slug, note: belief, answer, expect: { belief, fails, meets: [] } };
}

const line = (what: string, ok: boolean, detail: string): Line => ({ what, ok, detail });
