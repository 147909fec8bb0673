import { Announcer } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, type ReactNode } from "react";

import { queries } from "../api/queries.ts";
import { SampleBanner } from "../sample/sample-banner.tsx";
import { applyScheme } from "../scheme.ts";
import { Nav } from "./nav.tsx";
import styles from "./root.module.css";
import { UnreachableBanner } from "./unreachable-banner.tsx";
import { useShellActions } from "./use-shell-actions.ts";

const Palette = lazy(() => import("./palette.tsx"));
const Help = lazy(() => import("./help.tsx"));

/** Around everything: what every page shares, drawn once. */
export function Root() {
  const { open, close } = useShellActions();
  useChosenScheme();
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <UnreachableBanner />
      <SampleBanner />
      <Outlet />
      <Announcer />
      <Suspense>
        {open === "palette" && <Palette onClose={close} />}
        {open === "help" && <Help onClose={close} />}
      </Suspense>
    </>
  );
}

/** Another browser may have chosen another scheme; the settings decide. */
function useChosenScheme() {
  const scheme = useQuery(queries.settings()).data?.settings.scheme;
  useEffect(() => {
    if (scheme) applyScheme(scheme);
  }, [scheme]);
}

/** Navigation beside a page. An attempt has the whole width to itself. */
export const Shell = ({ children }: { children?: ReactNode }) => (
  <div className={styles.shell}>
    <Nav />
    <main id="main" tabIndex={-1} className={styles.main}>
      {children ?? <Outlet />}
    </main>
  </div>
);
