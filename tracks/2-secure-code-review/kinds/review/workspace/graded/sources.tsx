import { SourceList } from "@loopwright/ui";

import type { ReviewReveal } from "../../reveal.ts";
import styles from "./graded-stage.module.css";

export const Sources = ({ sources }: Pick<ReviewReveal, "sources">) =>
  sources.length > 0 && (
    <section>
      <h2 className={styles.title}>Sources</h2>
      <SourceList sources={sources} />
    </section>
  );
