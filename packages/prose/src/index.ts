export * from "./points/coverage.ts";
export * from "./criteria.ts";
export * from "./negate.ts";
export * from "./rubric/check.ts";
export * from "./rubric/schema.ts";
export * from "./grade-prose.ts";
export * from "./style/index.ts";
