import type { Model } from "@loopwright/threat-model";

/** What a part of a model is called: its name; of a flow also its ends. */
export function nameIn(model: Model, id: string): string {
  const flow = model.flows.find((one) => one.id === id);
  if (flow) return `${flow.name} (${endsIn(model, flow)})`;
  // A flow that was drawn through an optional part has the ids of both halves.
  if (id.includes("+"))
    return id
      .split("+")
      .map((one) => nameIn(model, one))
      .join(", ");
  const part = [...model.elements, ...model.zones].find((one) => one.id === id);
  return part?.name ?? id;
}

const endsIn = (model: Model, { source, target }: { source: string; target: string }): string =>
  `${nameIn(model, source)} → ${nameIn(model, target)}`;

const shown = 4;

export function listed(ids: readonly string[], model: Model): string {
  const names = ids.slice(0, shown).map((id) => nameIn(model, id));
  const more = ids.length > shown ? ` and ${ids.length - shown} more` : "";
  return `${names.join(", ")}${more}`;
}
