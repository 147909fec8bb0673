import type { CompiledPolicy } from "../policy/compile.ts";

/** Where a call comes from: what the caller cannot choose. */
export type Origin = {
  sourceIp: string;
  /** The VPC endpoint through which it came; null over the internet. */
  endpoint: { id: string; vpc: string; policy: CompiledPolicy | null } | null;
};

/** Of the range that RFC 5737 keeps for documentation. */
export const overTheInternet: Origin = { sourceIp: "198.51.100.24", endpoint: null };
