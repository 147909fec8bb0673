import { standingIn, type Analysis, type Model } from "@loopwright/threat-model";
import { Button, count } from "@loopwright/ui";

import styles from "../studio.module.css";

type PartFindingsProps = {
  model: Model;
  analysis: Analysis;
  selected: string | null;
  onAll: () => void;
};

const shownMost = 5;

/** The first findings on the selected part, or on the whole model; all of them are one step away. */
export function PartFindings({ model, analysis, selected, onAll }: PartFindingsProps) {
  const standing = standingIn(model);
  const open = analysis.findings.filter((one) => standing(one) === "open");
  const isDrawn = [...model.elements, ...model.flows].some(({ id }) => id === selected);
  const here = isDrawn ? open.filter(({ subject }) => subject === selected) : open;
  if (model.elements.length === 0) return null;
  return (
    <section className={styles.beside} aria-labelledby="part-findings">
      <h2 id="part-findings" className={styles.small}>
        {here.length === 0 ? "No open finding" : count(here.length, "open finding")}
        {isDrawn ? " here" : ""}
      </h2>
      <ol className={styles.first}>
        {here.slice(0, shownMost).map(({ id, title, score }) => (
          <li key={id} className={styles.finding}>
            <span className={styles.severity} data-severity={score.severity}>
              {score.severity}
            </span>
            {title}
          </li>
        ))}
      </ol>
      {open.length > 0 && (
        <Button small look="quiet" onClick={onAll}>
          Why, and what to do
        </Button>
      )}
    </section>
  );
}
