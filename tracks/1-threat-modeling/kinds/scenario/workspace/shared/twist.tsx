import type { StageProps } from "@loopwright/ui";

import type { ScenarioReveal } from "../../reveal.ts";
import styles from "./twist.module.css";

/** What has changed since the drawing was made; it is told once, and stays in sight. */
export function Twist({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <section className={styles.twist} aria-label="A change">
      <h2 className={styles.title}>The interviewer adds</h2>
      <p className={styles.text}>{text}</p>
    </section>
  );
}

/** The twist that one of the stages before revealed. */
export function twistOf(earlier: StageProps["earlier"]): string | null {
  for (const { reveal } of Object.values(earlier)) {
    const told = reveal as unknown as ScenarioReveal | null;
    if (told && "twist" in told && told.twist !== null) return told.twist;
  }
  return null;
}
