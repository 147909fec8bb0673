import type { Rule } from "@loopwright/aws/network";
import { useId } from "react";

import type { NetworkBrief } from "../../brief.ts";
import { tableCharsMax } from "../../limits.ts";
import type { Applied } from "../../tables/apply.ts";
import { editableTables, type Table } from "../../tables/table.ts";
import { Rules } from "../estate/rules.tsx";
import styles from "./repair.module.css";

type TableFieldsProps = {
  at: string;
  rules: Rule[];
  brief: NetworkBrief;
  tables: Record<string, string>;
  problems: Applied["problems"];
  onText: (id: string, text: string) => void;
};

/** The rules of a group, ACL or route table: as text where they may be changed, to read where not. */
export function TableFields({ at, rules, brief, tables, problems, onText }: TableFieldsProps) {
  const own = editableTables(brief.network, brief.editable).filter((table) => table.at === at);
  if (own.length === 0) return <Rules at={at} rules={rules} />;
  return (
    <>
      <h3 className={styles.at}>
        <code>{at}</code>
        <span className={styles.soft}>may be changed</span>
      </h3>
      {own.map((table) => (
        <Field
          key={table.id}
          table={table}
          text={(Object.hasOwn(tables, table.id) ? tables[table.id] : undefined) ?? table.text}
          problems={problems.filter((one) => one.table === table.id)}
          onText={(text) => onText(table.id, text)}
        />
      ))}
    </>
  );
}

type FieldProps = {
  table: Table;
  text: string;
  problems: Applied["problems"];
  onText: (text: string) => void;
};

function Field({ table, text, problems, onText }: FieldProps) {
  const id = useId();
  const isChanged = text !== table.text;
  return (
    <div className={styles.field}>
      <div className={styles.label}>
        <label htmlFor={id}>{labelOf(table)}</label>
        {isChanged && (
          <button type="button" className={styles.back} onClick={() => onText(table.text)}>
            As it was
          </button>
        )}
      </div>
      <textarea
        id={id}
        className={styles.text}
        rows={Math.max(2, text.split("\n").length + 1)}
        maxLength={tableCharsMax}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        placeholder={examples[table.kind](table.way)}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-problems`}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      <ul id={`${id}-problems`} className={styles.problems}>
        {problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

const words = { in: "in", out: "out" } as const;

const labelOf = ({ at, way }: Table): string => (way ? `${at}, ${words[way]}` : `${at}, routes`);

const side = (way: Table["way"]): string => (way === "in" ? "from" : "to");

const examples: Record<Table["kind"], (way: Table["way"]) => string> = {
  group: (way) => `tcp 443 ${side(way)} sg-…`,
  acl: (way) => `100 allow tcp 443 ${side(way)} 10.0.0.0/16`,
  routes: () => "10.0.0.0/16 via pcx-…",
};
