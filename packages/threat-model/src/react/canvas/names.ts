import type { Model } from "../../model/model.ts";

/** What an element, a zone or a flow is called. A flow without a name is called by its ends. */
export function nameOf(model: Model, id: string): string {
  const part = [...model.elements, ...model.zones].find((one) => one.id === id);
  if (part) return part.name || part.id;
  const flow = model.flows.find((one) => one.id === id);
  if (!flow) return id;
  return flow.name || `${nameOf(model, flow.source)} to ${nameOf(model, flow.target)}`;
}
