import { useEffect } from "react";

import { api } from "../api/client.ts";
import { useReachable } from "../api/connection.ts";
import { queryClient } from "../api/queries.ts";
import styles from "./root.module.css";

const askAgainMs = 3000;

/** Says that the server is gone, and asks until it is back. */
export function UnreachableBanner() {
  const reachable = useReachable();
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => {
      api.settings().then(
        () => queryClient.invalidateQueries(),
        () => undefined,
      );
    }, askAgainMs);
    return () => clearInterval(timer);
  }, [reachable]);
  if (reachable) return null;
  return (
    <p className={styles.banner} role="alert">
      <strong>The server does not answer.</strong> Start it again with <code>npm start</code>. What
      was typed here is kept, and saved when it is back.
    </p>
  );
}
