export * from "./memory.ts";
export * from "./next.ts";
export * from "./queue.ts";
export * from "./suggest.ts";
export { heldTo, type When } from "./when.ts";
export * from "./words.ts";
