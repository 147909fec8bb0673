import type { Conditions } from "@loopwright/core";
import { Button, ErrorNotice, useActions } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import { queries } from "../api/queries.ts";
import { shownError } from "../api/request.ts";
import { conditionsWords, otherConditions } from "../words.ts";
import styles from "./start-buttons.module.css";
import { useStart } from "./use-start.ts";

type StartButtonsProps = {
  drillId: string;
  /** An open attempt to go on with instead. */
  openAttemptId: string | null;
  /** Short facts beside the buttons. */
  facts: string[];
};

/** The one thing to do: start, or go on. Enter does it. */
export function StartButtons({ drillId, openAttemptId, facts }: StartButtonsProps) {
  const { data } = useQuery(queries.settings());
  const usual: Conditions = data?.settings.conditions ?? "interview";
  // Beside Continue, a second button starts anew as usual; else it offers the other conditions.
  const second = openAttemptId ? usual : otherConditions(usual);
  const start = useStart(drillId);
  const navigate = useNavigate();
  const main = openAttemptId
    ? {
        title: "Continue",
        run: () =>
          void navigate({
            to: "/attempts/$attemptId/{-$stage}",
            params: { attemptId: openAttemptId },
          }),
      }
    : { title: "Start", run: () => start.mutate(usual) };
  useActions([
    { id: "drill.start", group: "This page", keys: "Enter", enabled: !start.isPending, ...main },
  ]);
  const shown = openAttemptId ? facts : [conditionsWords[usual].toLowerCase(), ...facts];
  return (
    <>
      <div className={styles.row}>
        <Button look="primary" keys="Enter" disabled={start.isPending} onClick={main.run}>
          {main.title}
        </Button>
        <Button disabled={start.isPending} onClick={() => start.mutate(second)}>
          {openAttemptId ? "Start again" : conditionsWords[second]}
        </Button>
        <p className={styles.facts}>
          {shown.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {start.error && <ErrorNotice error={shownError(start.error)} />}
    </>
  );
}
