import type { Fault } from "./call.ts";
import { constraintFault } from "./constraints.ts";
import { faultOf, notEmulated } from "./faults.ts";
import type { Model } from "./model.ts";
import type { Reading } from "./reading.ts";

/** What a protocol's reader finds in a request: an operation with its input, or a fault. */
export type Named = { operation: string; input: Record<string, unknown> };
export type Failed = { fault: Fault; operation?: string | null };

type Read = { operation: string; input: Record<string, unknown>; reading: Reading };

/** An input in which nothing is wrong is a call. */
export function finish(model: Model, { operation, input, reading }: Read): Named | Failed {
  if (reading.problem === null) {
    const named = model.operations.get(operation);
    const fault = named && constraintFault(model, named, input);
    return fault ? { operation, fault } : { operation, input };
  }
  const { kind, message } = reading.problem;
  return { operation, fault: faultOf(kind, model.metadata.protocol, message) };
}

/** Why there is no such operation to read: AWS has it, and it is not emulated, or there is none. */
export function notReadable(model: Model, operation: string, unknown: string): Failed {
  const { service, others, metadata } = model;
  return others.has(operation)
    ? { operation, fault: notEmulated({ service, operation }) }
    : { fault: faultOf("unknown", metadata.protocol, unknown) };
}
