import { Button, buttonClass, ConfirmDialog, ErrorNotice } from "@loopwright/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { api } from "../api/client.ts";
import { forgetLists, queries, queryClient } from "../api/queries.ts";
import { shownError } from "../api/request.ts";
import type { AttemptView } from "@loopwright/server";
import { useStart } from "../start/use-start.ts";
import styles from "./attempt-result.module.css";
import { NextThing } from "./next-thing.tsx";

/** From the result: again, on, or away with it. */
export function ResultButtons({ view }: { view: AttemptView }) {
  const [removing, setRemoving] = useState(false);
  const { data } = useQuery(queries.settings());
  const start = useStart(view.drill.id);
  return (
    <div className={styles.buttons}>
      <NextThing />
      <Button
        disabled={start.isPending}
        onClick={() => start.mutate(data?.settings.conditions ?? "interview")}
      >
        Do it again
      </Button>
      <Link to="/drills/$drillId" params={{ drillId: view.drill.id }} className={buttonClass()}>
        The drill
      </Link>
      <Button look="quiet" onClick={() => setRemoving(true)}>
        Delete attempt
      </Button>
      {start.error && <ErrorNotice error={shownError(start.error)} />}
      {removing && <Remove view={view} onClose={() => setRemoving(false)} />}
    </div>
  );
}

function Remove({ view, onClose }: { view: AttemptView; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.remove(view.id),
    onSuccess: async () => {
      await navigate({ to: "/attempts" });
      queryClient.removeQueries({ queryKey: queries.attempt(view.id).queryKey });
      forgetLists(view.drill.id);
    },
  });
  return (
    <ConfirmDialog
      title="Delete this attempt?"
      confirm="Delete"
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>Its answer, grade and evidence are removed from this machine for good.</p>
      {remove.error && <ErrorNotice error={shownError(remove.error)} />}
    </ConfirmDialog>
  );
}
