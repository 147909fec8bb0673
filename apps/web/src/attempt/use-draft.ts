import type { Json } from "@loopwright/core";
import { useCallback, useEffect, useRef, useState } from "react";

import { api } from "../api/client.ts";
import { patchAttempt, queries, queryClient } from "../api/queries.ts";
import { ApiError, shownError } from "../api/request.ts";
import type { AttemptView, StageView } from "@loopwright/server";
import { createDraftSaver, type DraftState, type Refusal } from "./draft-saver.ts";

export type DraftOfStage = {
  draft: Json;
  /** The newest draft, also between two renders. */
  newest: () => Json;
  change: (draft: Json) => void;
  flush: () => Promise<void>;
  state: DraftState;
  /** Settles a conflict: takes the other page's draft, or keeps this one over it. */
  settle: (keep: "theirs" | "mine") => Promise<void>;
};

/** The draft of one stage: held here, saved as it changes and when the page is left. */
export function useDraft(attemptId: string, stage: StageView): DraftOfStage {
  const [draft, setDraft] = useState(stage.draft);
  const [state, setState] = useState<DraftState>({ kind: "clean" });
  const newest = useRef(draft);
  const [saver] = useState(() =>
    createDraftSaver({
      revision: stage.revision,
      save: (body, revision) =>
        api.saveDraft(attemptId, { stage: stage.id, draft: body, revision }),
      refusal,
      onState: setState,
      onSaved: (saved, revision) => patchDraft(attemptId, stage.id, { draft: saved, revision }),
    }),
  );
  useFlushOnLeave(saver.flush);

  const change = useCallback(
    (next: Json) => {
      newest.current = next;
      setDraft(next);
      saver.change(next);
    },
    [saver],
  );

  const settle = async (keep: "theirs" | "mine") => {
    const view = await queryClient.fetchQuery({ ...queries.attempt(attemptId), staleTime: 0 });
    const theirs = view.stages.find(({ id }) => id === stage.id);
    if (!theirs) return;
    saver.rebase(theirs.revision);
    if (keep === "mine") return change(newest.current);
    saver.drop();
    newest.current = theirs.draft;
    setDraft(theirs.draft);
    setState({ kind: "clean" });
  };

  return { draft, newest: () => newest.current, change, flush: saver.flush, state, settle };
}

function patchDraft(id: string, stageId: string, saved: Pick<StageView, "draft" | "revision">) {
  const patch = (view: AttemptView) => ({
    ...view,
    stages: view.stages.map((one) => (one.id === stageId ? { ...one, ...saved } : one)),
  });
  patchAttempt(id, patch, { stamped: false });
}

function refusal(error: unknown): Refusal {
  const { message, next } = shownError(error);
  const code = error instanceof ApiError ? error.code : "internal";
  if (code === "conflict") return { message, take: "conflict" };
  if (code === "unreachable") return { message: "the server does not answer", take: "retry" };
  const mayPass = code === "internal" || code === "too-many" || code === "folder-locked";
  return { message: `${message} ${next}`, take: mayPass ? "retry" : "stop" };
}

/** Leaving the field, the tab or the page saves at once. */
function useFlushOnLeave(flush: () => Promise<void>) {
  useEffect(() => {
    const leave = () => void flush();
    const leaveWhenHidden = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    window.addEventListener("blur", leave);
    document.addEventListener("visibilitychange", leaveWhenHidden);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("blur", leave);
      document.removeEventListener("visibilitychange", leaveWhenHidden);
      leave();
    };
  }, [flush]);
}
