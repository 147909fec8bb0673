import { AppError, type RunEnd, type Runner } from "@loopwright/core";

import { written, type ScriptKind } from "./kind.ts";
import { readOutput } from "./runs/output.ts";
import { runAll, withRuns } from "./runs/seen.ts";

/** What a free Run shows of the sample: what was printed, which calls were made, and what the trail keeps. */
export type ScriptTranscript = {
  end: RunEnd;
  exit: number | null;
  stdout: string;
  stderr: string;
  /** What is wrong with the output's form; null where nothing is. */
  problem: string | null;
  /** Files that it wrote or took away. */
  written: string[];
  calls: { at: string; call: string; region: string; error: string | null; changes: boolean }[];
};

/** Runs the draft on the sample: what is found there is not judged. */
export const run: Runner<ScriptKind> = async ({ brief, files, answer, ports }) => {
  const draft = written.safeParse(answer ?? { source: brief.start });
  if (!draft.success) {
    throw new AppError("invalid-answer", {
      message: `The draft does not fit: ${draft.error.issues[0]?.message ?? "unknown problem"}.`,
      next: "Shorten the program and run again. The draft is kept.",
      where: "source",
    });
  }
  const { size, traits } = brief.sample;
  const sample = { id: "sample", title: "Sample", size, traits, tells: [] };
  // The sample is the same for everybody, and other than every hidden world.
  const asked = { brief, source: draft.data.source, files, seed: "sample" };
  const [seen] = await withRuns(ports.sandbox, (runs) => runAll(asked, [sample], runs));
  const { end, exit, stdout, stderr, calls, written: left } = seen!.run;
  const transcript: ScriptTranscript = {
    end,
    exit,
    stdout: stdout.slice(0, 100_000),
    stderr: stderr.slice(0, 100_000),
    problem: readOutput(stdout, brief.output).problem ?? null,
    written: Object.keys(left),
    calls: calls.slice(0, 500).map(({ atMs, service, operation, region, error, readOnly }) => ({
      at: new Date(atMs).toISOString().slice(11, 19),
      call: `${service}:${operation}`,
      region,
      error,
      changes: !readOnly,
    })),
  };
  return transcript;
};
