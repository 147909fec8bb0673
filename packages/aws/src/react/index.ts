export { jsonProblems } from "./editor/json-problems.ts";
export { PolicyEditor } from "./editor/policy-editor.tsx";
export { TraceView } from "./trace/trace-view.tsx";
export { Terminal, type TerminalProps } from "./terminal/terminal.tsx";
export { TerminalLog } from "./terminal/log/terminal-log.tsx";
export type { Completions, TerminalEntry } from "./terminal/types.ts";
export { completeCommand } from "../terminal/complete/complete.ts";
export * from "./desk/index.ts";
