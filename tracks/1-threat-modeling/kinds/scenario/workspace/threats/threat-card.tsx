import { stride, strideCategories } from "@loopwright/threat-model";
import { Button } from "@loopwright/ui";
import { useId } from "react";

import type { NamedThreat } from "../../material/answer.ts";
import fields from "../shared/fields.module.css";
import type { OwnPart } from "../shared/own-drawing.ts";
import { TextArea } from "../shared/text-area.tsx";
import { PlacesField } from "./places-field.tsx";
import styles from "./threats.module.css";

type ThreatCardProps = {
  number: number;
  threat: NamedThreat;
  parts: readonly OwnPart[];
  onThreat: (threat: NamedThreat) => void;
  onRemove: () => void;
  busy: boolean;
  plain: boolean;
};

/** One threat: what happens, where, and what it breaks. */
export function ThreatCard(props: ThreatCardProps) {
  const { number, threat, parts, onThreat, onRemove, busy, plain } = props;
  return (
    <li className={styles.card} data-threat={threat.id}>
      <TextArea
        label={`Threat ${number}`}
        text={threat.text}
        rows={2}
        onText={(text) => onThreat({ ...threat, text })}
        busy={busy}
        plain={plain}
      />
      <PlacesField
        parts={parts}
        chosen={threat.targets}
        disabled={busy}
        onChosen={(targets) => onThreat({ ...threat, targets })}
      />
      <fieldset className={styles.letters} disabled={busy}>
        <legend className={fields.label}>What it breaks</legend>
        {strideCategories.map((letter) => (
          <label key={letter} className={styles.letter} title={stride[letter].title}>
            <input
              type="checkbox"
              name="stride"
              value={letter}
              checked={threat.stride.includes(letter)}
              onChange={({ target }) =>
                onThreat({ ...threat, stride: withLetter(threat.stride, letter, target.checked) })
              }
            />
            {stride[letter].title}
          </label>
        ))}
      </fieldset>
      <div className={styles.last}>
        <CweField cwe={threat.cwe} busy={busy} onCwe={(cwe) => onThreat({ ...threat, cwe })} />
        <Button look="quiet" small onClick={onRemove} disabled={busy}>
          Remove threat {number}
        </Button>
      </div>
    </li>
  );
}

type Letter = NamedThreat["stride"][number];

/** In the method's order, whatever was ticked first. */
const withLetter = (chosen: readonly Letter[], letter: Letter, isOn: boolean): Letter[] =>
  strideCategories.filter((one) => (one === letter ? isOn : chosen.includes(one)));

type CweFieldProps = { cwe: number | null; busy: boolean; onCwe: (cwe: number | null) => void };

function CweField({ cwe, busy, onCwe }: CweFieldProps) {
  const id = useId();
  return (
    <div className={styles.cwe}>
      <label htmlFor={id} className={fields.label}>
        CWE, if known
      </label>
      <input
        id={id}
        className={fields.input}
        inputMode="numeric"
        value={cwe ?? ""}
        readOnly={busy}
        onChange={({ target }) => onCwe(numberIn(target.value))}
      />
    </div>
  );
}

/** "CWE-639" is a number too. */
function numberIn(text: string): number | null {
  const digits = /\d{1,5}/.exec(text)?.[0];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
