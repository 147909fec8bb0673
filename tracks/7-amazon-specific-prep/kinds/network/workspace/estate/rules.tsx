import type { Rule } from "@loopwright/aws/network";
import { classNames } from "@loopwright/ui";

import styles from "./estate.module.css";

type RulesProps = {
  at: string;
  rules: Rule[];
  /** Where one can be chosen: the chosen one, and what choosing does. */
  chosen?: string | null;
  onChoose?: ((rule: string) => void) | null;
};

/** The rules of a group, an ACL or a route table, in and out apart. */
export function Rules({ at, rules, chosen = null, onChoose = null }: RulesProps) {
  const sides = [
    ["In", rules.filter(({ id }) => id.startsWith(`${at}/in/`))],
    ["Out", rules.filter(({ id }) => id.startsWith(`${at}/out/`))],
  ] as const;
  const isRoutes = rules[0]?.kind === "route";
  const shown = isRoutes ? ([["Routes", rules]] as const) : sides;
  return (
    <>
      <h3 className={styles.at}>
        <code>{at}</code>
      </h3>
      {shown.map(([title, list]) => (
        <div key={title} className={styles.side}>
          <h4>{title}</h4>
          <ul>
            {list.map((rule) => (
              <li key={rule.id}>
                <RuleLine {...{ at, rule, onChoose }} isChosen={rule.id === chosen} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

type RuleLineProps = {
  at: string;
  rule: Rule;
  isChosen: boolean;
  onChoose: ((rule: string) => void) | null;
};

function RuleLine({ at, rule, isChosen, onChoose }: RuleLineProps) {
  const body = (
    <>
      <span className={styles.number}>{numberOf(at, rule)}</span>
      <span>{rule.words}</span>
    </>
  );
  if (!onChoose) return <span className={styles.rule}>{body}</span>;
  return (
    <button
      type="button"
      className={classNames(styles.rule, styles.choice)}
      aria-pressed={isChosen}
      aria-label={`${rule.id}: ${rule.words}`}
      onClick={() => onChoose(rule.id)}
    >
      {body}
    </button>
  );
}

/** The number of a rule or entry; a route has its destination in its words. */
function numberOf(at: string, { id, kind }: Rule): string {
  const rest = id.slice(at.length + 1);
  if (kind === "route") return "";
  const number = rest.slice(rest.indexOf("/") + 1);
  return number === "none" ? "–" : number;
}
