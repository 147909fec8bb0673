import { elementSize } from "../../layout/box.ts";
import type { DataAsset, Element, Mitigation, Threat } from "../../model/model.ts";
import { stride } from "../../model/words.ts";
import { confidentialityOf, percentOf, wordOfMitigationState, wordOfThreatState } from "./words.ts";

/** Parts as this export makes them. A reader keeps only what a file has otherwise. */

export const diagramId = "loopwright-diagram";

export const madeRepresentations = [
  { name: "Diagram", id: diagramId, type: "diagram", size: { width: 2000, height: 1200 } },
];

type Drawn = { position: { x: number; y: number }; size?: { width: number; height: number } };

export const madeRepresentation = (fileId: string, { position, size = elementSize }: Drawn) => ({
  name: "Diagram",
  id: `${fileId}-representation`,
  representation: diagramId,
  position: { x: position.x, y: position.y },
  size: { width: size.width, height: size.height },
});

export const madeAssets = (type: Element["type"], data: readonly string[]) =>
  type === "store" ? { processed: [], stored: data } : { processed: data, stored: [] };

export const madeAssetRisk = (one: DataAsset["class"]) => {
  const level = confidentialityOf(one);
  return { confidentiality: level, integrity: level, availability: level };
};

export const madeThreatRisk = ({ risk }: Pick<Threat, "risk">) => ({
  likelihood: risk ? percentOf(risk.likelihood) : 0,
  impact: risk ? percentOf(risk.impact) : 0,
});

export const madeCategories = (letters: Threat["stride"]): string[] =>
  letters.map((one) => stride[one].title);
export const madeCwes = (numbers: readonly number[]): string[] =>
  numbers.map((one) => `CWE-${one}`);

/** A threat as it stands at one part. `mitigations`: as they are called in the file. */
export const madeInstance = (
  threat: { fileId: string; state: Threat["state"] },
  mitigations: readonly { fileId: string; state: Mitigation["state"] }[],
) => ({
  threat: threat.fileId,
  state: wordOfThreatState(threat.state),
  mitigations: mitigations.map(({ fileId, state }) => ({
    mitigation: fileId,
    state: wordOfMitigationState(state),
  })),
});
