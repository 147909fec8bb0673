import { stagesOf, type Drill, type Kind, type PublicDrill } from "@loopwright/core";

/** What may be sent before anything is graded: no key, no exemplar, no hint. */
export function publicDrill(drill: Drill, kind: Kind): PublicDrill {
  const { id, trackId, meta, brief, text, tasks, files, hash } = drill;
  const hintCounts: Record<number, number> = {};
  for (const { task } of drill.hints) hintCounts[task] = (hintCounts[task] ?? 0) + 1;
  const shown = stagesOf(kind, meta);
  const stages = kind.stages
    .filter((stage) => shown.includes(stage.id))
    .map((stage) => ({ id: stage.id, title: stage.title, timed: stage.timed !== false }));
  return { id, trackId, meta, brief, text, tasks, files, hash, hintCounts, stages };
}
