export { parseLines, type ParsedLines } from "./parse.ts";
export { printLines } from "./print.ts";
export type { LineProblem, Notice } from "./report.ts";
