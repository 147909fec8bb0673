/** Code as it is edited and read on every page: one look, one set of keys. */
export { CodeEditor } from "./code-editor.tsx";
export { CodeView } from "./code-view.tsx";
export { editing, frozen, reading } from "./field.ts";
export { readingSetup } from "./setup.ts";
