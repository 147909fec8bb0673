import type { Measure } from "@loopwright/core";

import styles from "./style-figures.module.css";

export const isStyle = ({ id }: Measure): boolean => id.startsWith("style-");

/** How it was said, in small figures; none of them counts. */
export function StyleFigures({ measures }: { measures: readonly Measure[] }) {
  const figures = measures.filter(isStyle);
  if (figures.length === 0) return null;
  return (
    <div className={styles.style}>
      <p>How it was said; never scored.</p>
      <dl className={styles.figures}>
        {figures.map(({ id, title, value, unit }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {value}
              {unit === "school years" && ` ${unit}`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
