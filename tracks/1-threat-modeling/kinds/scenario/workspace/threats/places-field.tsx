import { useId } from "react";

import { placesRead } from "../../material/limits.ts";
import fields from "../shared/fields.module.css";
import type { OwnPart } from "../shared/own-drawing.ts";
import styles from "./threats.module.css";

type PlacesFieldProps = {
  parts: readonly OwnPart[];
  chosen: readonly string[];
  disabled: boolean;
  onChosen: (ids: string[]) => void;
};

const sorts = [
  ["element", "Parts"],
  ["flow", "Flows"],
  ["zone", "Zones"],
] as const;

/** Where a threat hits: parts of the learner's own drawing. */
export function PlacesField({ parts, chosen, disabled, onChosen }: PlacesFieldProps) {
  const id = useId();
  const names = chosen.map((one) => parts.find((part) => part.id === one)?.name ?? one);
  const toggle = (part: string, isOn: boolean) =>
    onChosen(isOn ? [...chosen, part] : chosen.filter((one) => one !== part));
  return (
    <div>
      <p id={id} className={fields.label}>
        Where
      </p>
      <details className={styles.places}>
        <summary aria-describedby={id}>{names.join(", ") || "Choose up to three places"}</summary>
        <div className={styles.options}>
          {sorts.map(([sort, title]) => (
            <fieldset key={sort} disabled={disabled}>
              <legend>{title}</legend>
              {parts
                .filter((part) => part.sort === sort)
                .map((part) => (
                  <label key={part.id} className={styles.option}>
                    <input
                      type="checkbox"
                      value={part.id}
                      checked={chosen.includes(part.id)}
                      onChange={({ target }) => toggle(part.id, target.checked)}
                    />
                    {part.name}
                  </label>
                ))}
            </fieldset>
          ))}
        </div>
      </details>
      {chosen.length > placesRead && (
        <p className={fields.hint}>Only the first {placesRead} places are read.</p>
      )}
    </div>
  );
}
