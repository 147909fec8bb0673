import { Button, count, ErrorNotice, useActions } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";

import type { PlacementView } from "@loopwright/server";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { NextFrame } from "./next-card.tsx";
import styles from "./today-page.module.css";

const again = () => queryClient.invalidateQueries({ queryKey: ["today"] });

/** Offers the first look at what is there. */
export function PlacementOffer({ placement }: { placement: PlacementView }) {
  const begin = useMutation({ mutationFn: api.beginPlacement, onSuccess: again });
  const decline = useMutation({ mutationFn: api.declinePlacement, onSuccess: again });
  const busy = begin.isPending || decline.isPending;
  const error = begin.error ?? decline.error;
  const run = () => begin.mutate();
  useActions([
    {
      id: "today.placement",
      title: "Begin the placement",
      group: "This page",
      keys: "Enter",
      enabled: !busy,
      run,
    },
  ]);
  return (
    <NextFrame
      eyebrow={`Next, ${count(placement.minutes, "minute")}`}
      title="Placement: short items from every topic"
      reason="Closed questions, as many as twelve minutes hold, show where the plan should begin. What is missed comes early."
    >
      <div className={styles.buttons}>
        <Button look="primary" keys="Enter" disabled={busy} onClick={run}>
          Begin
        </Button>
        <Button disabled={busy} onClick={() => decline.mutate()}>
          Not now
        </Button>
      </div>
      {error && <ErrorNotice error={shownError(error)} />}
    </NextFrame>
  );
}
