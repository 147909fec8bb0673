import {
  AppError,
  describeStep,
  driverReport,
  hostWorldOf,
  renderNonces,
  seePages,
  viaJson,
  type RunEnd,
  type Runner,
} from "@loopwright/core";

import { repairAnswer } from "./answer.ts";
import type { ReviewBrief } from "./brief.ts";
import type { ReviewKind } from "./kind.ts";
import { repairedFiles } from "./repaired.ts";

/** What a free Run shows: every sample's steps as text, what the program printed, how it ended. */
export type RunTranscript = {
  end: RunEnd;
  samples: { title: string; steps: string[] }[];
  stdout: string;
  stderr: string;
};

/** Runs the brief's own samples on the draft. It shows what happens and judges nothing. */
export const run: Runner<ReviewKind> = async ({ stage, brief, files, answer, seed, ports }) => {
  if (stage !== "repair") {
    throw new AppError("not-allowed", {
      message: "Code is read in the review, not run.",
      next: "Run it in the repair.",
    });
  }
  const draft = repairAnswer.safeParse(answer ?? { files: {} });
  if (!draft.success) {
    throw new AppError("invalid-answer", {
      message: `The draft does not fit: ${draft.error.issues[0]?.message ?? "unknown problem"}.`,
      next: "Shorten the file and run again. The draft is kept.",
      where: draft.error.issues[0]?.path.join(".") ?? "files",
    });
  }
  const { entry = null, principals, language } = brief;
  const { setup, samples, world } = renderNonces(samplesOf(brief), seed);
  const laidOut = world && { world: { files: world.files, env: world.env } };
  const cases = samples.map(({ steps }) => ({ steps }));
  const { sandbox } = ports;
  const whole = repairedFiles(brief, files, draft.data);
  const observed = await sandbox.run({
    language,
    files: whole,
    input: viaJson({ entry, principals, ...laidOut, setup, cases }),
    ...(world && { world: hostWorldOf(world) }),
  });
  const seen = await seePages({ sandbox, files: whole, cases, observed });
  const report = driverReport.safeParse(seen.result);
  const transcript: RunTranscript = {
    end: seen.end,
    samples: samples.map(({ title, steps }, i) => ({
      title,
      steps: steps.map((step, j) =>
        describeStep(step, report.success ? report.data.cases[i]?.steps[j] : undefined),
      ),
    })),
    stdout: seen.stdout,
    stderr: seen.stderr,
  };
  return transcript;
};

const samplesOf = ({ setup, samples, world }: ReviewBrief) => ({
  setup,
  samples,
  ...(world && { world }),
});
