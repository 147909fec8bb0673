import { Button, ErrorNotice } from "@loopwright/ui";
import { useState } from "react";

import { told, type SaveState } from "./model-saver.ts";
import type { Fault } from "./use-asked.ts";

type SaveTroubleProps = {
  state: SaveState;
  onRetry: () => Promise<void>;
  onSettle: (keep: "theirs" | "mine") => Promise<void>;
  onCopy: () => Promise<void>;
};

/** Why the model is not saved, and the ways on. The model on the screen stays whatever is chosen last. */
export function SaveTrouble({ state, onRetry, onSettle, onCopy }: SaveTroubleProps) {
  const [fault, setFault] = useState<Fault | null>(null);
  const attempt = (what: () => Promise<void>) => {
    setFault(null);
    what().catch((error: unknown) => setFault(told(error)));
  };
  if (fault) {
    return (
      <ErrorNotice error={fault}>
        <Button small onClick={() => setFault(null)}>
          Choose again
        </Button>
      </ErrorNotice>
    );
  }
  if (state.kind === "failed") {
    return (
      <ErrorNotice error={state}>
        <Button small onClick={() => attempt(onRetry)}>
          Save now
        </Button>
      </ErrorNotice>
    );
  }
  if (state.kind !== "conflict") return null;
  return (
    <ErrorNotice error={conflict}>
      <Button small onClick={() => attempt(onCopy)}>
        Save this one as a copy
      </Button>
      <Button small onClick={() => attempt(() => onSettle("theirs"))}>
        Show the newer one
      </Button>
      <Button small look="danger" onClick={() => attempt(() => onSettle("mine"))}>
        Save this one over it
      </Button>
    </ErrorNotice>
  );
}

const conflict = {
  message: "This model was saved from another window in the meantime.",
  next: "Nothing is saved until one of the two is chosen. The other stays in the history, or as a copy.",
};
