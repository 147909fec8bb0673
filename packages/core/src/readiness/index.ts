export { levelsOver } from "./history.ts";
export { levelWords, type Level } from "./levels.ts";
export { readiness, strengthByTrack } from "./readiness.ts";
export type { Dimension, Group, Readiness } from "./shapes.ts";
export { ageWords } from "./words.ts";
