import { Button, buttonClass, classNames, ErrorNotice } from "@loopwright/ui";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";

import { ApiError, shownError } from "../api/request.ts";
import { Page } from "./page.tsx";
import styles from "./states.module.css";

/**
 * Comes after a moment, so that a fast answer shows nothing in between. `flush`: inside a page, which
 * has its own margins.
 */
export const Loading = ({ flush = false }: { flush?: boolean }) => (
  <p className={classNames(styles.loading, flush && styles.flush)} role="status">
    Loading
  </p>
);

/** For what a loader or a page throws. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const missing = error instanceof ApiError && error.code === "not-found";
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={missing ? "Not found" : "This page could not be shown"}>
      <ErrorNotice error={shownError(error)}>
        <div className={styles.buttons}>
          {!missing && <Button onClick={again}>Try again</Button>}
          <Link to="/" className={buttonClass()}>
            Today
          </Link>
        </div>
      </ErrorNotice>
    </Page>
  );
}

export const NotFoundPage = () => (
  <Page title="Not found" lead="There is no page at this address.">
    <div className={styles.buttons}>
      <Link to="/" className={buttonClass("primary")}>
        Today
      </Link>
      <Link to="/tracks" className={buttonClass()}>
        Tracks
      </Link>
    </div>
  </Page>
);
