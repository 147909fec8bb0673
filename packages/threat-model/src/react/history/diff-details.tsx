import type { ModelDiff, PartRef } from "../../diff/diff.ts";
import { SeverityMark } from "../findings/severity-mark.tsx";
import { partWords } from "../form/part.ts";
import styles from "./history.module.css";

type DiffDetailsProps = { diff: ModelDiff; onSelect: (id: string) => void };

/** Every change, value by value, for whoever wants to be sure. */
export const DiffDetails = ({ diff, onSelect }: DiffDetailsProps) => (
  <section aria-label="Every change" className={styles.details}>
    <h2 className={styles.title}>Every change</h2>
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
                <del>{said(before)}</del> → <ins>{said(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
    <FoundNow title="New findings" findings={diff.findings.appeared} onSelect={onSelect} />
    <FoundNow title="Findings that are gone" findings={diff.findings.gone} onSelect={onSelect} />
  </section>
);

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

/** A value of the model in words: lists joined, nothing as a dash. */
function said(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(said).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, one]) => `${key} ${said(one)}`)
      .join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
