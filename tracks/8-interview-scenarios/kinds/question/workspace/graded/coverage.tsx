import type { Grade } from "@loopwright/core";
import { goToCriterion, goToMark, MarkedText, type StageProps } from "@loopwright/ui";
import { useId } from "react";

import main from "../main.module.css";
import styles from "./coverage.module.css";
import { criteriaOf, statedErrors } from "./marks.ts";
import { StyleFigures } from "./style-figures.tsx";
import type { Marks } from "./use-marks.ts";

type CoverageProps = {
  title: string;
  text: string;
  grade: Grade | null | undefined;
  marks: Marks;
  state: StageProps["state"];
};

/** The learner's own text, with what each sentence does; errors come with what is true instead. */
export function Coverage({ title, text, grade, marks, state }: CoverageProps) {
  const id = useId();
  const errors = statedErrors(criteriaOf(grade));
  const hasText = text.trim() !== "";
  return (
    <section aria-labelledby={id} className={styles.coverage}>
      <h2 id={id} className={main.title}>
        {title}
      </h2>
      {hasText ? (
        <MarkedText
          text={text}
          marks={marks.marks}
          active={marks.active}
          onActive={marks.onActive}
          onMark={goToCriterion}
        />
      ) : (
        <p className={main.quiet}>{state === "skipped" ? "Skipped." : "Nothing was said."}</p>
      )}
      {hasText && grade && <p className={main.quiet}>{legend}</p>}
      {errors.length > 0 && (
        <ul className={styles.errors} aria-label="Known errors in it">
          {errors.map(({ quote, start, instead }) => (
            <li key={start}>
              <p>
                <span aria-hidden="true" className={styles.sign}>
                  !
                </span>{" "}
                <button
                  type="button"
                  className={styles.quote}
                  onClick={() => goToMark(errorIdOf(marks), start)}
                >
                  <q>{quote}</q>
                </button>
              </p>
              <p>
                <b>Instead:</b> {instead}
              </p>
            </li>
          ))}
        </ul>
      )}
      {grade?.status === "graded" && <StyleFigures measures={grade.measures} />}
    </section>
  );
}

const errorIdOf = ({ marks }: Marks): string =>
  marks.find(({ tone }) => tone === "error")?.id ?? "";

const legend =
  "● makes a point, ◐ makes it and contradicts it, ○ says the opposite, ! states a known error.";
