import type { Grade } from "@loopwright/core";
import { goToCriterion, MarkedText, type StageProps } from "@loopwright/ui";
import { useId } from "react";

import main from "../main.module.css";
import styles from "./coverage.module.css";
import { Errors } from "./errors.tsx";
import { criteriaOf } from "./marks.ts";
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
      {hasText && <Legend marks={marks.marks} />}
      <Errors criteria={criteriaOf(grade)} />
      {grade?.status === "graded" && <StyleFigures measures={grade.measures} />}
    </section>
  );
}

const legend = [
  { tone: "met", words: "● makes a point" },
  { tone: "partly", words: "◐ makes it and contradicts it" },
  { tone: "missed", words: "○ says the opposite" },
  { tone: "error", words: "! states a known error" },
] as const;

/** What the signs in the margin mean: only of those that are there. */
function Legend({ marks }: Pick<Marks, "marks">) {
  const shown = legend.filter((one) => marks.some(({ tone }) => tone === one.tone));
  const words = shown.map((one) => one.words).join(", ");
  return words !== "" && <p className={main.quiet}>{words}.</p>;
}
