import type { Analysis, Model } from "@loopwright/threat-model";

const ids = ["model", "findings", "coverage", "threats", "history", "files"] as const;
export type View = (typeof ids)[number];

export const isView = (name: string | undefined): name is View => ids.some((one) => one === name);

/** The tabs of the studio, with how much waits in them. */
export function viewsOf(model: Model, analysis: Analysis): { id: View; title: string }[] {
  // As the panel counts them: what is a threat of the model is answered for there.
  const undecided = analysis.findings.filter(
    ({ decision, threat }) => decision === null && threat === null,
  );
  const counted = (word: string, count: number) => (count > 0 ? `${word} ${count}` : word);
  return [
    { id: "model", title: "Model" },
    { id: "findings", title: counted("Findings", undecided.length) },
    { id: "coverage", title: "Coverage" },
    { id: "threats", title: counted("Threats", model.threats.length) },
    { id: "history", title: "History" },
    { id: "files", title: "Files and report" },
  ];
}

/** Where a part is worked on: what is drawn on the model, the rest among the threats. */
export const viewOfPart = (model: Model, id: string): View =>
  [...model.threats, ...model.mitigations, ...model.assumptions].some((one) => one.id === id)
    ? "threats"
    : "model";
