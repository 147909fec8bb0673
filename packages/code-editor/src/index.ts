/** Code as it is edited and read on every page: one look, one set of keys. */
export { CodeEditor } from "./code-editor.tsx";
export { CodeView } from "./code-view.tsx";
export { frozen, readingSetup } from "./setup.ts";
