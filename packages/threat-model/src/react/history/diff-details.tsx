import type { ModelDiff, PartRef } from "../../diff/diff.ts";
import type { Model } from "../../model/model.ts";
import { SeverityMark } from "../findings/severity-mark.tsx";
import { partWords } from "../form/part.ts";
import styles from "./history.module.css";
import { valueWords } from "./value-words.ts";

type DiffDetailsProps = {
  diff: ModelDiff;
  models: readonly Model[];
  onSelect: (id: string) => void;
};

/** Every change, value by value, for whoever wants to be sure. */
export function DiffDetails({ diff, models, onSelect }: DiffDetailsProps) {
  const words = valueWords(models);
  return (
    <details>
      <summary className={styles.title}>Every change</summary>
      <div className={styles.details}>
        <Parts title="Added" sign="+" parts={diff.added} onSelect={onSelect} />
        <Parts title="Removed" sign="−" parts={diff.removed} />
        {diff.changed.map((one) => (
          <div key={one.id} className={styles.change}>
            <PartLine sign="~" part={one} onSelect={onSelect} />
            <dl>
              {one.fields.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <del>{words(field, before)}</del> → <ins>{words(field, after)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
        <FoundNow title="New findings" findings={diff.findings.appeared} onSelect={onSelect} />
        <FoundNow
          title="Findings that are gone"
          findings={diff.findings.gone}
          onSelect={onSelect}
        />
      </div>
    </details>
  );
}

type PartsProps = {
  title: string;
  sign: string;
  parts: readonly PartRef[];
  onSelect?: (id: string) => void;
};

const Parts = ({ title, sign, parts, onSelect }: PartsProps) =>
  parts.length === 0 ? null : (
    <div>
      <h3 className={styles.soft}>{title}</h3>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <PartLine sign={sign} part={part} {...(onSelect && { onSelect })} />
          </li>
        ))}
      </ul>
    </div>
  );

type PartLineProps = { sign: string; part: PartRef; onSelect?: (id: string) => void };

const PartLine = ({ sign, part: { list, id, name }, onSelect }: PartLineProps) => (
  <p>
    <code aria-hidden="true">{sign}</code>{" "}
    {onSelect ? (
      <button type="button" className={styles.sentence} onClick={() => onSelect(id)}>
        {name || id}
      </button>
    ) : (
      name || id
    )}{" "}
    <span className={styles.soft}>{partWords[list].toLowerCase()}</span>
  </p>
);

type FoundNowProps = {
  title: string;
  findings: ModelDiff["findings"]["gone"];
  onSelect: (id: string) => void;
};

const FoundNow = ({ title, findings, onSelect }: FoundNowProps) =>
  findings.length === 0 ? null : (
    <details>
      <summary>
        {title}: {findings.length}
      </summary>
      <ul className={styles.found}>
        {findings.map(({ id, title: name, subject, score }) => (
          <li key={id}>
            <SeverityMark severity={score.severity}>{score.severity}</SeverityMark>{" "}
            <button type="button" className={styles.sentence} onClick={() => onSelect(subject)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
