import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { jsonTones } from "./json-tones.ts";
import { problemMarks } from "./problem-marks.ts";

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--panel)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "var(--regular) var(--code-size, 13px) / 1.6 var(--font-mono)" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px 0 6px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": {
    backgroundColor: "var(--panel)",
    color: "var(--ink-soft)",
    borderRight: "none",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "40px", padding: "0 8px 0 12px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--sunken)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "var(--accent-wash)" },
  ".cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)" },
});

/** The nonce of this page, for the styles that the editor inserts. */
const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ??
  document.querySelector<HTMLElement>("script[nonce]")?.nonce ??
  "";

/** What reading and editing share. `label` names the field for screen readers. */
const reading = (label: string): Extension => [
  EditorView.cspNonce.of(pageNonce()),
  lineNumbers(),
  jsonTones,
  // What can only be read scrolls, so the keyboard must be able to reach it.
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
  theme,
];

export const readOnlySetup = (label: string): Extension => [
  reading(label),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
];

/** A plain editor: no completion. Tab indents; Escape and then Tab leaves the field. */
export const editingSetup = (label: string): Extension => [
  reading(label),
  problemMarks,
  indentUnit.of("  "),
  history(),
  drawSelection(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  bracketMatching(),
  search({ top: true }),
  keymap.of([
    // Mod+Enter is Run where policies are edited.
    ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
    ...historyKeymap,
    ...searchKeymap,
    indentWithTab,
  ]),
];
