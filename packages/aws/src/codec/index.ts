export { serviceIds, type Call, type Fault, type ServiceId } from "./call.ts";
export { decodeCall, type Undecoded } from "./decode.ts";
export { encodeFault, type Refused } from "./encode-fault.ts";
export { encodeOutput } from "./encode.ts";
export { notEmulated } from "./faults.ts";
export { operationsOf } from "./model.ts";
export { verifySignature } from "./signature.ts";
export type { Verified } from "./signature-words.ts";
