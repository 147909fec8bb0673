import {
  addAssumption,
  addData,
  addElement,
  addMitigation,
  addThreat,
  addZone,
} from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { ElementType } from "../../model/words.ts";
import { partOf } from "../form/part.ts";

/** What can be added in one step; a flow asks for its ends first. */
export type NewPart = "zone" | ElementType | "data" | "assumption" | "threat" | "mitigation";

export const newPartWords: Readonly<Record<NewPart, string>> = {
  zone: "Zone",
  actor: "Actor",
  process: "Process",
  store: "Store",
  data: "Data asset",
  assumption: "Assumption",
  threat: "Threat",
  mitigation: "Mitigation",
};

/** A new part beside what is selected: in its zone, or about it. */
export function addPart(
  model: Model,
  what: NewPart,
  selected: string | null,
): { model: Model; id: string } {
  const near = partOf(model, selected);
  const zone =
    near?.list === "zones" ? near.part.id : near?.list === "elements" ? near.part.zone : null;
  const name = `New ${newPartWords[what].toLowerCase()}`;
  const about = near !== null && isTarget(near.list) ? [near.part.id] : [];
  switch (what) {
    case "zone":
      return addZone(model, {
        name,
        trust: 50,
        parent: near?.list === "zones" ? near.part.id : null,
      });
    case "data":
      return addData(model, { name });
    case "assumption":
      return addAssumption(model, { text: name, about });
    case "threat":
      return addThreat(model, { title: name, targets: about });
    case "mitigation":
      return addMitigation(model, { text: name });
    default:
      return addElement(model, { name, type: what, zone });
  }
}

const isTarget = (list: string) => list === "elements" || list === "flows" || list === "zones";
