import main from "@loopwright/prose/main.module.css";
import { InlineCode } from "@loopwright/ui";

import type { ReviewedReveal } from "../../reveal.ts";
import styles from "./reviewed.module.css";

/** What an answer sounds like at each level of engineering. */
export const Levels = ({ levels }: Pick<ReviewedReveal, "levels">) => (
  <section aria-labelledby="reviewed-levels">
    <h2 id="reviewed-levels" className={main.title}>
      At each level
    </h2>
    <p className={main.quiet}>Our own words, not a published scale.</p>
    <dl className={styles.levels}>
      {(["L4", "L5", "L6"] as const).map((level) => (
        <div key={level}>
          <dt>{level}</dt>
          <dd>
            <InlineCode text={levels[level]} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
