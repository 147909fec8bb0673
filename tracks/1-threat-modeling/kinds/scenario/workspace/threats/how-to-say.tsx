import { threatsRead } from "../../material/limits.ts";
import styles from "./threats.module.css";

/** Beside the list: the grammar of a threat, and how many are read. */
export const HowToSay = ({ count }: { count: number }) => (
  <section className={styles.how} aria-label="How a threat is said">
    <h2>A threat in one sentence</h2>
    <p>
      A <em>source</em>, with <em>this access</em>, can <em>do something</em>, which leads to an{" "}
      <em>effect</em> for <em>whom</em>.
    </p>
    <p>
      Specific beats complete: a threat that could stand in any model says nothing about this one.
    </p>
    <p className={styles.count}>
      {count} written. The first {threatsRead} are read.
    </p>
  </section>
);
