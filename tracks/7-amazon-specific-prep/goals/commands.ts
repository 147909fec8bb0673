import type { Json } from "@loopwright/core";

/** What an answer file types and saves at the desk of a stage, as it is shown. */
export const commandsOf = (actions: readonly Json[], stage: string): string[] =>
  actions.flatMap((one) => commandOf(one, stage));

function commandOf(action: Json, stage: string): string[] {
  if (typeof action !== "object" || action === null || Array.isArray(action)) return [];
  const { in: at, run, save } = action;
  if (at !== stage) return [];
  if (typeof run === "string") return [run];
  if (typeof save !== "object" || save === null || Array.isArray(save)) return [];
  return [`# ${String(save["path"])}\n${String(save["text"])}`];
}
