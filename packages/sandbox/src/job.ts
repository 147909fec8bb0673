import { AppError, type Job, type Language } from "@loopwright/core";

const filesMax = 200;
const filesMaxBytes = 1_000_000;

/** What a child takes as a job. Throws where the sandbox does not run such a job. */
export function jobFrame(job: Job, open: boolean): string {
  checkedFiles(job.files);
  return JSON.stringify({ open, files: job.files, input: job.input });
}

export const languageTitles: Record<Language, string> = {
  python: "Python",
  javascript: "JavaScript",
  java: "Java",
  c: "C",
  cpp: "C++",
};

/** Throws `too-large` or `invalid-input`. */
export function checkedFiles(files: Job["files"]) {
  const entries = Object.entries(files);
  const bytes = entries.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  if (entries.length > filesMax || bytes > filesMaxBytes) {
    throw new AppError("too-large", {
      message: `A submission holds at most ${filesMax} files and ${filesMaxBytes / 1e6} MB.`,
      next: "Remove what the program does not need.",
    });
  }
  for (const [path] of entries) {
    if (isPlainPath(path)) continue;
    throw new AppError("invalid-input", {
      message: "A file of the submission has a name that cannot be used.",
      next: "Use relative names with “/”, without “..”.",
      where: path.slice(0, 200),
    });
  }
}

/** Relative, with forward slashes, going nowhere but down. */
export const isPlainPath = (path: string): boolean =>
  path.length <= 300 &&
  !/[\\\0:]/.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
