import { announce } from "@loopwright/ui";
import { toAppError, type ErrorBody } from "@loopwright/core";
import { useRef, useState } from "react";

import { readModel } from "../../formats/index.ts";

export type Imported = ReturnType<typeof readModel> & { fileName: string };
type ImportState =
  | { step: "waiting" }
  | { step: "reading"; fileName: string }
  | { step: "failed"; fileName: string; error: ErrorBody }
  | { step: "read"; imported: Imported };

/** What came of the last file. Nothing of the model changes before it is asked for. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ step: "waiting" });
  const latest = useRef<File>(null);
  const read = async (file: File) => {
    latest.current = file;
    const fileName = file.name;
    setState({ step: "reading", fileName });
    const next = await outcomeOf(file);
    // Another file may have been dropped while this one was read.
    if (latest.current !== file) return;
    setState(next);
    announce(next.step === "read" ? `${fileName} is read.` : `${fileName} could not be read.`);
  };
  return { state, read, clear: () => setState({ step: "waiting" }) };
}

async function outcomeOf(file: File): Promise<ImportState & { step: "read" | "failed" }> {
  const fileName = file.name;
  try {
    // Before the text is in memory: what is too large to be read is too large to be opened.
    if (file.size > bytesMax)
      return {
        step: "failed",
        fileName,
        error: {
          code: "too-large",
          message: `${fileName} has ${Math.round(file.size / 1e6)} MB; at most ${bytesMax / 1e6} are read.`,
          next: "Take pictures out of it, or split it.",
        },
      };
    return {
      step: "read",
      imported: { ...readModel(new Uint8Array(await file.arrayBuffer()), fileName), fileName },
    };
  } catch (error) {
    return { step: "failed", fileName, error: toAppError(error).toBody() };
  }
}

const bytesMax = 40e6;
