import "../no-eval.ts";

export type { Mark, Marks } from "../report/marks.ts";
export { Diagram, type DiagramProps } from "./diagram/diagram.tsx";
export { EditorPanes, ModelEditor, type EditorView } from "./editor/model-editor.tsx";
export type { Apply, EditorProps, Layout } from "./editor/props.ts";
export { useLayout } from "./editor/use-layout.ts";
export { useEdits, type Edits } from "./edits/use-edits.ts";
export * from "./panels.ts";
