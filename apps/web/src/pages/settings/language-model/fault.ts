import type { LanguageModelInput } from "@loopwright/server";

import { ApiError } from "../../../api/request.ts";

/** What the server said against one field; null where it said nothing of it. */
export type Fault = (field: keyof LanguageModelInput) => string | null;

const at = (field: string) => `languageModel.${field}`;

export const faultIn =
  (error: unknown): Fault =>
  (field) =>
    error instanceof ApiError && error.where === at(field) ? error.message : null;

const shownBeside = new Set(["baseUrl", "model", "key", "transcriptionUrl"].map(at));

/** Whether a field shows the error; any other one is shown above the fields. */
export const isOfField = (error: unknown): boolean =>
  error instanceof ApiError && shownBeside.has(error.where ?? "");
