import type { QueueCard } from "@loopwright/server";
import { dateWords } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import styles from "./review-card.module.css";

type CardOriginProps = {
  card: Pick<QueueCard, "origin" | "source" | "from">;
  /** Whether the back may be named: an attempt shows the answer. */
  opened?: boolean;
};

/** What a card stands on, or what it was made from. */
export function CardOrigin({ card: { origin, source, from }, opened = false }: CardOriginProps) {
  if (source) {
    return (
      <p className={styles.origin}>
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {new URL(source.url).hostname}
        </a>
        , as of {dateWords(source.asOf)}
      </p>
    );
  }
  if (!from) return <p className={styles.origin}>{ownWords[origin]}</p>;
  const title = origin === "question" && opened ? "The reviewed answer" : from.drillTitle;
  return (
    <p className={styles.origin}>
      {origin === "made" && "Missed in "}
      <Link to="/attempts/$attemptId/{-$stage}" params={{ attemptId: from.attemptId }}>
        {title}
      </Link>
      {origin === "question" && opened && ", in the last attempt"}
    </p>
  );
}

const ownWords: Record<QueueCard["origin"], string> = {
  own: "Own card",
  made: "Missed in a drill that is gone",
  question: "Question",
  curriculum: "Curriculum",
};
