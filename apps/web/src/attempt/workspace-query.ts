import { queryOptions } from "@tanstack/react-query";

import type { AttemptView } from "@loopwright/server";
import { loadWorkspace } from "../curriculum.ts";

/** What the kind brought along for the browser; null where this version has none. */
export const workspaceQuery = ({ drill: { trackId, meta } }: Pick<AttemptView, "drill">) =>
  queryOptions({
    queryKey: ["workspace", trackId, meta.kind],
    queryFn: async () => ({ workspace: await loadWorkspace(trackId, meta.kind) }),
    staleTime: Infinity,
  });
