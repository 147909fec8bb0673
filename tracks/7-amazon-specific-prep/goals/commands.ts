import type { DeskAction } from "@loopwright/aws/desk";
import type { Json } from "@loopwright/core";

/** What an answer file, whose actions the kind has checked, types and saves at the desk of a stage. */
export const commandsOf = (actions: readonly Json[], stage: string): string[] =>
  (actions as unknown as readonly DeskAction[])
    .filter((action) => action.in === stage)
    .map((action) => ("run" in action ? action.run : `# ${action.save.path}\n${action.save.text}`));
