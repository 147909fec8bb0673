export * from "./begin.ts";
export * from "./days.ts";
export type * from "./evidence.ts";
export * from "./placement.ts";
export * from "./profile.ts";
export * from "./roles.ts";
export * from "./worked.ts";
