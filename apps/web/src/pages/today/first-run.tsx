import { Button, ErrorNotice, useActions } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { useSaveProfile } from "../profile/use-save-profile.ts";
import { NextFrame } from "./next-card.tsx";
import styles from "./today-page.module.css";

/** The first thing that anybody sees: a few answers that the plan bends to, or none. */
export function FirstRun() {
  const navigate = useNavigate();
  const { data } = useQuery(queries.profile());
  const save = useSaveProfile();
  const run = () => void navigate({ to: "/profile" });
  useActions([
    { id: "today.begin", title: "Say what it is for", group: "This page", keys: "Enter", run },
  ]);
  return (
    <NextFrame
      eyebrow="First, 1 minute"
      title="What is the preparation for?"
      reason="Which interview, on what day, and how much time a day has. The plan bends to these answers; each can be changed at any time."
    >
      <div className={styles.buttons}>
        <Button look="primary" keys="Enter" onClick={run}>
          Answer
        </Button>
        <Button
          disabled={!data || save.isPending}
          onClick={() => data && save.mutate(data.profile)}
        >
          Skip
        </Button>
        <p className={styles.aside}>
          Skipping takes a phone screen without a date and 45 minutes a day.{" "}
          <Link to="/data" hash="sample">
            A sample learner
          </Link>{" "}
          shows what it looks like after five weeks.
        </p>
      </div>
      {save.error && <ErrorNotice error={shownError(save.error)} />}
    </NextFrame>
  );
}
