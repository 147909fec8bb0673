import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { AppError } from "@loopwright/core";

import { packageFolder } from "./places.ts";

/** Languages that have a lab. */
export const labLanguages = ["python", "javascript", "java"] as const;

/**
 * What the lab of a language offers, in Markdown, and how a page is visited; it is shown beside a brief.
 * Throws `not-found`.
 */
export async function labGuide(language: string): Promise<string> {
  if (!labLanguages.some((one) => one === language)) throw noLab(language);
  const read = (folder: string) => readFile(join(packageFolder, "lab", folder, "API.md"), "utf8");
  const [own, page] = await Promise.all([read(language), read("page")]);
  return `${own.trimEnd()}\n\n${page.replace(/^# /, "## ")}`;
}

const noLab = (language: string) =>
  new AppError("not-found", {
    message: "There is no lab for this language.",
    next: `There is one for: ${labLanguages.join(", ")}.`,
    where: language.slice(0, 40),
  });
