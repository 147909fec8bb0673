import { refusal } from "../../world/refusal.ts";

/** Says of a part of AWS that it is not there in the emulated account, as of an operation that is not. */
export const notHere = (what: string) =>
  refusal(
    "UnknownOperationException",
    `${what} exists in AWS, but is not emulated in this account.`,
  );
