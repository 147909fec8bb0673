import { Fragment, useRef } from "react";

import { classNames } from "../class-names.ts";
import { MarginMark } from "./margin-mark.tsx";
import styles from "./marked-text.module.css";
import { pointingAt } from "./pointing.ts";
import { segmentsOf, type Segment, type TextMark } from "./segments.ts";
import { useMargin } from "./use-margin.ts";

export type MarkedTextProps = {
  text: string;
  marks: readonly TextMark[];
  /** The id that is pointed at or has the focus, here or elsewhere. */
  active?: string | null;
  onActive?: (id: string | null) => void;
  /** Chosen in the margin: shows what the mark belongs to. */
  onMark?: (id: string) => void;
};

/**
 * A text with its places marked: the ground and the line beneath tell what each is, a sign in the
 * margin which. A place that is only guessed (`unsure`) shows while it is active.
 */
export function MarkedText({ text, marks, active = null, onActive, onMark }: MarkedTextProps) {
  const root = useRef<HTMLDivElement>(null);
  useMargin(root);
  return (
    <div ref={root} className={styles.text}>
      {segmentsOf(text, marks).map((segment, index) => (
        // Segments follow from the text alone, so their place names them.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {segment.begins.map((mark) =>
            mark.tone === "unsure" ? null : (
              <MarginMark key={mark.id} mark={mark} onActive={onActive} onMark={onMark} />
            ),
          )}
          <Piece segment={segment} active={active} onActive={onActive} />
        </Fragment>
      ))}
    </div>
  );
}

type PieceProps = {
  segment: Segment;
  active: string | null;
  onActive: MarkedTextProps["onActive"];
};

function Piece({ segment: { text, marks, begins }, active, onActive }: PieceProps) {
  const mark = marks.find(({ id }) => id === active) ?? marks[0];
  if (!mark) return text;
  return (
    <mark
      className={classNames(styles.mark, styles[mark.tone], mark.id === active && styles.active)}
      data-marks={begins.map(({ id, start }) => placeName(id, start)).join(" ")}
      tabIndex={-1}
      {...pointingAt(mark.id, onActive)}
    >
      {text}
    </mark>
  );
}

const placeName = (id: string, start: number) => `${id}@${start}`;

/** Shows a marked place of a text and gives it the focus. */
export function goToMark(id: string, start: number): void {
  const name = CSS.escape(placeName(id, start));
  const place = document.querySelector<HTMLElement>(`[data-marks~="${name}"]`);
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}
