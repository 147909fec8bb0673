import type { Curriculum, LoadedDrill } from "@loopwright/content";
import {
  calibrate,
  materialOf,
  type Calibration,
  type FixtureName,
  type Ports,
} from "@loopwright/core";

export type Calibrated = { id: string; figures: Calibration };

/** Nothing is run to grade prose, and no language model is asked: the figures are the grader's own. */
const ports: Ports = {
  sandbox: {
    run: () => Promise.reject(new Error("prose runs no code")),
    open: () => Promise.reject(new Error("prose runs no code")),
  },
};

/** Null for a drill whose kind does not grade prose. A drill that cannot be read throws. */
export async function calibrateDrill(
  curriculum: Curriculum,
  target: { id: string; load: () => Promise<LoadedDrill> },
): Promise<Calibrated | null> {
  const known = curriculum.drills.get(target.id);
  const kind = known && curriculum.kinds.get(known.meta.kind);
  if (kind && !kind.module.ranked) return null;
  const { drill } = await target.load();
  const module = curriculum.kinds.get(drill.meta.kind)?.module;
  if (!module?.ranked) return null;
  const ranked = module.ranked(materialOf(drill) as never);
  return { id: target.id, figures: await calibrate({ drill, module, ports }, ranked) };
}

const percent = (part: number, of: number): string =>
  of === 0 ? "–" : `${Math.round((part / of) * 100)} %`;

/** Precision; recall of strong, decent, plain; pairs; false alarms: as words of a row. */
export function figuresOf({ found, recall, pairs, falseAlarms }: Calibration): string[] {
  const recalled = (name: FixtureName) => percent(recall[name].found, recall[name].of);
  return [
    percent(found.right, found.right + found.beyond),
    recalled("strong"),
    recalled("decent"),
    recalled("plain"),
    `${pairs.right}/${pairs.of}`,
    String(falseAlarms),
  ];
}

/** The page docs/calibration.md. */
export function asMarkdown(drills: readonly Calibrated[], all: Calibration): string {
  const row = (name: string, figures: Calibration) =>
    `| ${[name, ...figuresOf(figures)].join(" | ")} |`;
  return [
    "# Calibration of the prose grader",
    "",
    "Made by `npx loopwright calibrate --markdown`, without a language model, on the answers that every",
    "question carries. Each of them is labelled with the points that a human reader finds in it. The",
    "labels and the keyword groups have the same author, so these figures are an upper bound; the plain",
    "answers that were written without sight of any key are measured by a test of the question kind.",
    "",
    "- **Precision**: of the points found, those that the reader found as well.",
    "- **Recall**: of the points that the reader found, those that the grader found. The rest is shown as",
    "  “not found: was it said?”, never as missed.",
    "- **Pairs**: strong over decent, decent over vague, wrong and stuffed.",
    "- **False alarms**: criteria shown as missed in answers that are right throughout.",
    "",
    "| question | precision | recall, strong | recall, decent | recall, plain | pairs | false alarms |",
    "|---|---|---|---|---|---|---|",
    row(`**all ${drills.length}**`, all),
    ...drills.map(({ id, figures }) => row(id, figures)),
  ].join("\n");
}
