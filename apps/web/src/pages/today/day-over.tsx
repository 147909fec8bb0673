import { Button, buttonClass, count, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { TodayView } from "@loopwright/server";
import { api } from "../../api/client.ts";
import { queries, queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { NextFrame } from "./next-card.tsx";
import styles from "./today-page.module.css";

/** The end of a day: what was done, and that nothing more is due. */
export function DayOver({ view }: { view: TodayView }) {
  const { round, minutes, note } = view;
  if (round.daysLeft !== null && round.daysLeft < 0) {
    return (
      <NextFrame
        title="The interview is over"
        reason="What comes next, and when? The plan goes on from there."
      >
        <Way to="/profile" word="Say what comes next" />
      </NextFrame>
    );
  }
  if (minutes.done === 0) {
    return (
      <NextFrame
        title="Nothing is planned for today"
        reason={note ?? "Every drill can be begun at any time."}
      >
        <Way to="/tracks" word="Look at the tracks" />
      </NextFrame>
    );
  }
  return (
    <NextFrame
      title="Done for today"
      reason={`${count(minutes.done, "minute")} of ${minutes.perDay}. Nothing more is due; tomorrow's part is ready.`}
    >
      <More />
    </NextFrame>
  );
}

/** As much again as a day has, for whoever has time left. */
function More() {
  const more = useMutation({
    mutationFn: api.moreToday,
    onSuccess: (view) => queryClient.setQueryData(queries.today().queryKey, view),
  });
  return (
    <>
      <div className={styles.buttons}>
        <Link to="/plan" className={buttonClass()}>
          Look ahead
        </Link>
        <Button look="quiet" disabled={more.isPending} onClick={() => more.mutate()}>
          More for today
        </Button>
      </div>
      {more.error && <ErrorNotice error={shownError(more.error)} />}
    </>
  );
}

const Way = ({ to, word }: { to: "/profile" | "/tracks"; word: string }) => (
  <div className={styles.buttons}>
    <Link to={to} className={buttonClass()}>
      {word}
    </Link>
  </div>
);
