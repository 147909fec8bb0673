export { PolicyEditor } from "./editor/policy-editor.tsx";
export { TraceView } from "./trace/trace-view.tsx";
