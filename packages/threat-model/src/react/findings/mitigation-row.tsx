import { announce, Button } from "@loopwright/ui";

import { controlTitle } from "../../model/controls.ts";
import type { Rule } from "../../rules/rule.ts";
import type { FindingProps } from "./finding-row.tsx";
import styles from "./findings.module.css";
import { controlFrom, mitigationFrom } from "./from-finding.ts";

type MitigationRowProps = FindingProps & { mitigation: Rule["mitigations"][number] };

/** What helps: planned with one press, or noted as a control that is there already. */
export const MitigationRow = (props: MitigationRowProps) => (
  <li>
    <span>
      {props.mitigation.text}
      {props.mitigation.aws && <span className={styles.soft}> AWS</span>}
    </span>
    {!props.readOnly && (
      <span className={styles.doing}>
        <Plan {...props} />
        <InPlace {...props} />
      </span>
    )}
  </li>
);

function Plan({ finding, model, apply, mitigation: { text } }: MitigationRowProps) {
  const planned = model.mitigations.find((one) => one.text === text);
  const threat = model.threats.find((one) => one.finding === finding.id);
  if (planned && threat?.mitigations.includes(planned.id))
    return <span className={styles.soft}>Planned as {planned.id}</span>;
  return (
    <Button
      small
      look="quiet"
      onClick={() => {
        const made = mitigationFrom(model, finding, text);
        apply(made.model, `Plan: ${text}`);
        announce(`It is planned as mitigation ${made.id}.`);
      }}
    >
      Plan it
    </Button>
  );
}

function InPlace({ finding, model, apply, mitigation: { control } }: MitigationRowProps) {
  if (control === undefined) return null;
  const title = controlTitle(control);
  return (
    <Button
      small
      look="quiet"
      title={`Notes the control: ${title}`}
      onClick={() => {
        apply(controlFrom(model, finding, control), `In place: ${title}`);
        announce(`${title} is noted as in place.`);
      }}
    >
      In place already
    </Button>
  );
}
