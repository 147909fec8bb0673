import type { Fault } from "../codec/call.ts";

/** Ends an operation with an error of AWS. `invoke` catches it, and nothing else does. */
export class Refusal extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`${fault.code}: ${fault.message}`);
    this.fault = fault;
  }
}

/** `status` is the HTTP status; 400 where a service answers most of its errors with it. */
export const refusal = (code: string, message: string, status = 400): Refusal =>
  new Refusal({ code, message, status });
