import main from "@loopwright/prose/main.module.css";
import { classNames, InlineCode, linkedProps } from "@loopwright/ui";

import type { ReviewedReveal } from "../../reveal.ts";
import { reviewedId } from "./reviewed-marks.ts";
import styles from "./reviewed.module.css";

type PointsProps = {
  points: ReviewedReveal["points"];
  active: string | null;
  onActive: (id: string | null) => void;
};

/** What an interviewer listens for, and why. */
export const Points = ({ points, active, onActive }: PointsProps) => (
  <section aria-labelledby="reviewed-points">
    <h2 id="reviewed-points" className={main.title}>
      What an interviewer listens for
    </h2>
    <ol className={styles.list}>
      {points.map(({ id, title, why, essential }, index) => {
        const name = reviewedId(id);
        return (
          <li
            key={id}
            className={classNames(styles.point, active === name && styles.active)}
            {...linkedProps(name, { onActive })}
          >
            <span className={styles.number}>{index + 1}</span>
            <div>
              <p>
                <InlineCode text={title} />
                {essential && <span className={styles.essential}> essential</span>}
              </p>
              <p className={main.quiet}>
                <InlineCode text={why} />
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  </section>
);
