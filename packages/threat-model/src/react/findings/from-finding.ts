import { addMitigation, addThreat, update } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { Finding } from "../../rules/finding.ts";
import { statementOf } from "../../statements/index.ts";

/** The model with a threat that begins as this finding; the one that is there already stays. */
export function threatFrom(model: Model, finding: Finding): { model: Model; id: string } {
  const known = model.threats.find((one) => one.finding === finding.id);
  if (known) return { model, id: known.id };
  const { rule } = finding;
  return addThreat(model, {
    title: finding.title.slice(0, 200),
    statement: statementOf(finding, model),
    targets: [finding.subject],
    stride: [finding.stride],
    cwe: rule.cwe,
    capec: rule.capec,
    finding: finding.id,
  });
}

/** The same, with one of the rule's mitigations linked. One text is one mitigation, however many threats it serves. */
export function mitigationFrom(
  model: Model,
  finding: Finding,
  text: string,
): { model: Model; id: string } {
  const made = threatFrom(model, finding);
  const known = made.model.mitigations.find((one) => one.text === text);
  const added = known ? { model: made.model, id: known.id } : addMitigation(made.model, { text });
  const threat = added.model.threats.find(({ id }) => id === made.id);
  const linked = threat?.mitigations ?? [];
  if (linked.includes(added.id)) return added;
  const patch = { mitigations: [...linked, added.id] };
  return { model: update(added.model, "threats", { id: made.id, patch }), id: added.id };
}

/** The part that the finding is about is known to have this control: the rule has nothing more to say. */
export function controlFrom(model: Model, { on, subject }: Finding, control: string): Model {
  const list = on === "flow" ? "flows" : "elements";
  const part = (model[list] as readonly { id: string; controls: string[] }[]).find(
    ({ id }) => id === subject,
  );
  if (!part || part.controls.includes(control)) return model;
  return update(model, list, { id: subject, patch: { controls: [...part.controls, control] } });
}
