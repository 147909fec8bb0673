import type { QueueItem } from "@loopwright/server";
import { Button, buttonClass, count, ErrorNotice, useActions } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";

import { queries } from "../api/queries.ts";
import { shownError } from "../api/request.ts";
import { useStart } from "../start/use-start.ts";

/** From a result straight to what Today holds next, so that a day is worked through without going back. */
export function NextThing() {
  const { data } = useQuery(queries.today());
  const item = data?.queue[0];
  if (!item) {
    return (
      <Link to="/" className={buttonClass("primary")}>
        {data ? "Done for today" : "Today"}
      </Link>
    );
  }
  return item.what.type === "cards" ? (
    <NextCards item={item} />
  ) : (
    <NextDrill item={item} what={item.what} />
  );
}

function NextCards({ item }: { item: QueueItem }) {
  const navigate = useNavigate();
  return (
    <NextButton item={item} title="review cards" run={() => void navigate({ to: "/reviews" })} />
  );
}

type NextDrillProps = { item: QueueItem; what: Extract<QueueItem["what"], { type: "drill" }> };

function NextDrill({ item, what: { drill, attemptId } }: NextDrillProps) {
  const navigate = useNavigate();
  const { data } = useQuery(queries.settings());
  const start = useStart(drill.id);
  const run = () =>
    attemptId === null
      ? start.mutate(data?.settings.conditions ?? "interview")
      : void navigate({ to: "/attempts/$attemptId/{-$stage}", params: { attemptId } });
  return (
    <>
      <NextButton item={item} title={drill.title} run={run} busy={start.isPending} />
      {start.error && <ErrorNotice error={shownError(start.error)} />}
    </>
  );
}

type NextButtonProps = { item: QueueItem; title: string; run: () => void; busy?: boolean };

function NextButton({ item, title, run, busy = false }: NextButtonProps) {
  useActions([
    {
      id: "attempt.next",
      title: `Next: ${title}`,
      group: "This attempt",
      keys: "Enter",
      enabled: !busy,
      run,
    },
  ]);
  return (
    <Button look="primary" keys="Enter" disabled={busy} onClick={run}>
      Next: {title}, {count(item.minutes, "minute")}
    </Button>
  );
}
