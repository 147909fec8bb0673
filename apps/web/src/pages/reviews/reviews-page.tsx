import type { QueueView } from "@loopwright/server";
import { ActionButton, count, ErrorNotice } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { Page } from "../../shell/page.tsx";
import { Loading } from "../../shell/states.tsx";
import { QueueEnd } from "./queue-end.tsx";
import { leftIn, leftWords } from "./queue-state.ts";
import { ReviewCard } from "./review-card.tsx";
import styles from "./reviews-page.module.css";
import { useReviewActions } from "./use-review-actions.ts";
import { useReviews, type Notice } from "./use-reviews.ts";

export function ReviewsPage() {
  const query = useQuery(queries.reviews());
  return (
    <Page title="Reviews" eyebrow={<Link to="/reviews/cards">All cards</Link>}>
      <div className={styles.column}>
        {query.error && !query.data && <ErrorNotice error={shownError(query.error)} />}
        {query.isPending && <Loading flush />}
        {query.data && <Reviewing view={query.data} />}
      </div>
    </Page>
  );
}

/** The queue, one card at a time. */
export function Reviewing({ view }: { view: QueueView }) {
  const reviews = useReviews(view);
  const [card] = view.cards;
  useReviewActions(reviews, card !== undefined);
  return (
    <>
      {card && <Progress view={view} />}
      {card && <ReviewCard card={card} shown={reviews.shown} />}
      {!card && <QueueEnd view={view} />}
      <div className={styles.tools}>
        <ActionButton ids={["reviews.undo"]} look="quiet" small />
        <ActionButton ids={["reviews.suspend"]} look="quiet" small />
      </div>
      <NoticeLine notice={reviews.notice} />
    </>
  );
}

function Progress({ view }: { view: QueueView }) {
  const all = view.done + leftIn(view);
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} value={view.done} max={all} aria-label="Reviews of today" />
      <p className={styles.words}>
        <span>{leftWords(view)}</span>
        {view.done > 0 && <span>{count(view.done, "review")} today</span>}
      </p>
    </div>
  );
}

const NoticeLine = ({ notice }: { notice: Notice | null }) =>
  notice && "next" in notice ? (
    <ErrorNotice error={notice} />
  ) : (
    <p role="status" className={styles.notice}>
      {notice?.text}
    </p>
  );
