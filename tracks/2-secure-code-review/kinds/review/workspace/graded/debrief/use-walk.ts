import { announce, useActions } from "@loopwright/ui";
import { useState } from "react";

import type { Flaw } from "../../../key.ts";
import type { Told } from "./told.ts";

/** One step of one path. `index` counts from 0. */
export type Step = { flaw: Flaw; index: number };

export type Walk = {
  /** The step at hand; null before the first. */
  step: Step | null;
  goTo: (step: Step) => void;
  /** One further or back, from path to path; left out at the ends. */
  next: (() => void) | null;
  back: (() => void) | null;
};

/** Goes through the paths, from source to sink, the missed flaws first. */
export function useWalk(told: readonly Told[], onGo: (file: string, line: number) => void): Walk {
  const [step, setStep] = useState<Step | null>(null);
  const steps = told.flatMap(({ flaw }) => flaw.path.map((_, index) => ({ flaw, index })));
  const here = steps.findIndex(
    ({ flaw, index }) => flaw.id === step?.flaw.id && index === step.index,
  );
  const goTo = (to: Step) => {
    const at = to.flaw.path[to.index];
    if (!at) return;
    setStep(to);
    onGo(at.file, at.line);
    announce(`${stepWords(to)} of “${to.flaw.title}”: ${at.note}`);
  };
  const leading = (to: Step | undefined) => to && (() => goTo(to));
  const next = leading(steps[here + 1]) ?? null;
  const back = leading(steps[here - 1]) ?? null;
  useActions([
    action("next", { title: "Next step of the path", keys: "s", run: next }),
    action("back", { title: "Step before", keys: "S", run: back }),
  ]);
  return { step, goTo, next, back };
}

/** "Step 2 of 5" */
export const stepWords = ({ flaw, index }: Step): string =>
  `Step ${index + 1} of ${flaw.path.length}`;

type Offered = { title: string; keys: string; run: (() => void) | null };

const action = (id: string, { run, ...rest }: Offered) => ({
  id: `debrief.${id}`,
  group: "Debrief",
  enabled: run !== null,
  run: () => run?.(),
  ...rest,
});
