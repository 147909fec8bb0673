import { lists, type Model } from "../../model/model.ts";
import { idsIn } from "../../model/references.ts";
import { counted, notInFile } from "../common/numbered.ts";
import { format } from "./words.ts";

/** What of a model has no place in a file of Threat Composer, in sentences. */
export function lostOf(model: Model): string[] {
  const linked = idsIn(model, ["threats", "mitigations"]);
  const targets = model.threats.flatMap((one) => one.targets).length;
  const about = model.assumptions.flatMap((one) =>
    one.about.filter((id) => !linked.has(id)),
  ).length;
  const emptyTags = [...model.threats, ...model.mitigations].filter((one) => one.tags.includes(""));
  const others = partsWithOtherExtra(model);
  return [
    ...notInFile("Threat Composer holds no diagram", [
      [model.elements.length, "element"],
      [model.flows.length, "flow"],
      [model.zones.length, "zone"],
    ]),
    ...notInFile("Threat Composer holds no data assets", [[model.data.length, "data asset"]]),
    ...notInFile("Threat Composer holds no decisions on findings", [
      [model.decisions.length, "decision"],
    ]),
    targets + about > 0 &&
      `Without the diagram, ${counted(targets + about, "link")} of threats and assumptions to its parts stay in the file as text only.`,
    model.owner !== "" && "Threat Composer names no owner of a model; it is not in the file.",
    emptyTags.length > 0 && "Tags without a letter are not in the file.",
    others > 0 &&
      `What files of other formats said of ${counted(others, "part")} is not in the file.`,
  ].filter((one) => typeof one === "string");
}

function partsWithOtherExtra(model: Model): number {
  const all = [model, ...lists.flatMap((list): { extra?: Model["extra"] }[] => model[list])];
  return all.filter(({ extra }) => Object.keys(extra ?? {}).some((one) => one !== format)).length;
}
