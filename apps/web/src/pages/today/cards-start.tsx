import { Button, useActions } from "@loopwright/ui";
import { useNavigate } from "@tanstack/react-router";

import styles from "./today-page.module.css";

/** Leads to the cards that are due. Enter does it. */
export function CardsStart() {
  const navigate = useNavigate();
  const run = () => void navigate({ to: "/reviews" });
  useActions([
    { id: "today.cards", title: "Review cards", group: "This page", keys: "Enter", run },
  ]);
  return (
    <div className={styles.buttons}>
      <Button look="primary" keys="Enter" onClick={run}>
        Review
      </Button>
    </div>
  );
}
