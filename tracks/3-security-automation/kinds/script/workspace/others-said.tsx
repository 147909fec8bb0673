import type { TalkReveal } from "../reveal.ts";
import styles from "./others-said.module.css";

/** Of each question a good answer, and what an interviewer listens for. */
export const OthersSaid = ({ talk }: TalkReveal) => (
  <section className={styles.others} aria-labelledby="others-said">
    <h2 id="others-said">How it can be said</h2>
    {talk.map(({ id, ask, strong, points, errors }) => (
      <details key={id}>
        <summary>{ask}</summary>
        <p className={styles.strong}>{strong}</p>
        <h3>Listened for</h3>
        <ul>
          {points.map((point) => (
            <li key={point.id}>
              <b>{point.title}.</b> {point.why}
            </li>
          ))}
        </ul>
        {errors.length > 0 && <h3>Often said, and wrong</h3>}
        <ul>
          {errors.map((error) => (
            <li key={error.id}>
              <q>{error.says}</q> {error.instead}
            </li>
          ))}
        </ul>
      </details>
    ))}
  </section>
);
