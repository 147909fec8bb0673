import { toAppError, type ErrorBody } from "@loopwright/core";
import { useEffect, useState } from "react";

import type { Model } from "../../model/model.ts";

export type Version = { version: number; savedAt: string };
export type LoadVersion = (version: number) => Promise<Model>;

type Outcome = { model: Model } | { error: ErrorBody };
type Wanted = { model: Model; load: LoadVersion; wanted: readonly (number | null)[] };

/** Models of these versions, null where one is still on its way. A version never changes, so it is kept. */
export function useVersions({ model, load, wanted }: Wanted) {
  const [kept, setKept] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const missing = wanted.find((one) => one !== null && !kept.has(one)) ?? null;
  useEffect(() => {
    if (missing === null) return;
    const keep = (outcome: Outcome) => setKept((before) => new Map(before).set(missing, outcome));
    load(missing).then(
      (found) => keep({ model: found }),
      (reason: unknown) => keep({ error: bodyOf(reason) }),
    );
  }, [missing, load]);
  const outcomes = wanted.map((one) => (one === null ? { model } : (kept.get(one) ?? null)));
  const failed = outcomes.find((one) => one !== null && "error" in one);
  return {
    models: outcomes.map((one) => (one !== null && "model" in one ? one.model : null)),
    error: failed !== undefined && failed !== null && "error" in failed ? failed.error : null,
    /** Asks again for what could not be loaded. */
    retry: () => setKept(new Map([...kept].filter(([, one]) => "model" in one))),
  };
}

/** What is fit to be shown already stays as it is said. */
const bodyOf = (reason: unknown): ErrorBody =>
  typeof reason === "object" && reason !== null && "message" in reason && "next" in reason
    ? (reason as ErrorBody)
    : toAppError(reason).toBody();
