import type { PageProps, Workspace } from "@loopwright/ui";
import type { ComponentType } from "react";

/**
 * What tracks bring to the browser, found by where it lies. Nothing here names a track or a kind.
 * Each is a chunk of its own, loaded when it is opened.
 */
const workspaces = import.meta.glob<{ default: Workspace }>(
  "../../../tracks/*/kinds/*/workspace.tsx",
);
const pages = import.meta.glob<{ default: ComponentType<PageProps> }>(
  "../../../tracks/*/pages/*/page.tsx",
);

/** Null where the kind has no workspace in this version. */
export async function loadWorkspace(trackId: string, kind: string): Promise<Workspace | null> {
  const load = workspaces[`../../../tracks/${trackId}/kinds/${kind}/workspace.tsx`];
  return load ? (await load()).default : null;
}

/** Null where the track has no such page. */
export async function loadPage(
  trackId: string,
  page: string,
): Promise<ComponentType<PageProps> | null> {
  const load = pages[`../../../tracks/${trackId}/pages/${page}/page.tsx`];
  return load ? (await load()).default : null;
}
