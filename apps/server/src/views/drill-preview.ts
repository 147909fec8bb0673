import type { PublicDrill } from "@loopwright/core";

import type { DrillPreview } from "./shapes.ts";

/**
 * A drill before its clock starts: reading the code is part of the time, and the concepts would name
 * the flaws.
 */
export function drillPreview(drill: PublicDrill): DrillPreview {
  const { id, trackId, hash, stages, tasks, hintCounts, files, text } = drill;
  const { concepts: _concepts, ...meta } = drill.meta;
  const [situation = ""] = text.trim().split(/\n\s*\n/);
  const lines = Object.values(files).reduce((sum, file) => sum + lineCount(file), 0);
  return { id, trackId, hash, stages, tasks, hintCounts, meta, situation, lines };
}

const lineCount = (text: string): number => text.replace(/\n$/, "").split("\n").length;
