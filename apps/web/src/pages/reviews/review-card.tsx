import type { Rating } from "@loopwright/core";
import type { QueueCard } from "@loopwright/server";
import { ActionButton, actions, Button, VisuallyHidden } from "@loopwright/ui";
import { useEffect, useRef, type ReactNode } from "react";

import { CardMarkdown } from "./card-markdown.tsx";
import { CardOrigin } from "./card-origin.tsx";
import styles from "./review-card.module.css";
import { ratings, ratingWords } from "./use-review-actions.ts";

type ReviewCardProps = { card: QueueCard; shown: boolean };

/** One card: its front, then its back with the four ratings. */
export function ReviewCard({ card, shown }: ReviewCardProps) {
  return (
    <article className={styles.card} aria-label={card.isNew ? "New card" : "Card"}>
      <p className={styles.kind}>{card.isNew ? "New" : "Seen before"}</p>
      <Side key={`front-${card.id}`} name="Front" text={card.front} />
      {shown ? <Back card={card} /> : <Ask card={card} />}
    </article>
  );
}

/** The text takes the focus when it comes, so that it is read out, and Space scrolls nothing else. */
function Side({ name, text, children }: { name: string; text: string; children?: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={ref} tabIndex={-1} className={styles.side}>
      <VisuallyHidden>{name}. </VisuallyHidden>
      {text !== "" && <CardMarkdown text={text} />}
      {children}
    </div>
  );
}

const Ask = ({ card }: { card: QueueCard }) => (
  <div className={styles.foot}>
    {card.origin === "question" && (
      <p className={styles.note}>Answer aloud, in full sentences, before looking.</p>
    )}
    <ActionButton ids={["reviews.show"]} look="primary" />
  </div>
);

const Back = ({ card }: { card: QueueCard }) => (
  <>
    <hr className={styles.rule} />
    <Side name="Back" text={card.back}>
      <CardOrigin card={card} opened />
    </Side>
    <div className={styles.foot}>
      {card.suggested !== null && (
        <p className={styles.note}>
          The last graded answer speaks for {ratingWords[card.suggested]}.
        </p>
      )}
      <div role="group" aria-label="How well it was known" className={styles.ratings}>
        {ratings.map((rating) => (
          <RatingButton key={rating} rating={rating} card={card} />
        ))}
      </div>
    </div>
  </>
);

const RatingButton = ({ rating, card }: { rating: Rating; card: QueueCard }) => (
  <span className={styles.rating}>
    <Button
      keys={String(rating)}
      look={card.suggested === rating ? "primary" : "secondary"}
      onClick={() => actions.run(`reviews.rate-${rating}`)}
    >
      <span>
        {ratingWords[rating]}
        <span className={styles.interval}>
          <VisuallyHidden>, comes back: </VisuallyHidden>
          {card.intervals[rating]}
        </span>
      </span>
    </Button>
  </span>
);
