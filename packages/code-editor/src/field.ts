import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
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
  // The same gutter as in the review, so that the code stays where it was.
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "48px", padding: "0 8px 0 12px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--sunken)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "var(--accent-wash)" },
  ".cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)" },
  ".cm-tooltip": {
    border: "1px solid var(--control)",
    borderRadius: "var(--radius-s)",
    backgroundColor: "var(--panel)",
    color: "var(--ink)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    maxHeight: "220px",
    fontFamily: "var(--font-mono)",
    fontSize: "var(--text-xs)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-wash)",
    color: "var(--ink)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "var(--strong)" },
  ".cm-completionDetail": { color: "var(--ink-soft)", fontStyle: "normal" },
  ".cm-deletedChunk": { backgroundColor: "var(--missed-wash)", paddingLeft: "6px" },
  ".cm-changedLine, .cm-insertedLine": { backgroundColor: "var(--met-wash) !important" },
  ".cm-changedLineGutter": { background: "var(--met) !important" },
  ".cm-deletedLineGutter": { background: "var(--missed) !important" },
  ".cm-changedText, .cm-deletedText": { background: "none !important" },
  ".cm-collapsedLines": {
    background: "var(--sunken) !important",
    color: "var(--ink-soft)",
    fontFamily: "var(--font-ui)",
  },
  // Its marks are characters that the fonts of this page lack.
  ".cm-collapsedLines:before, .cm-collapsedLines:after": { content: "'' !important" },
});

/** The nonce of this page, for the styles that the editor inserts. */
const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ??
  document.querySelector<HTMLElement>("script[nonce]")?.nonce ??
  "";

/** A field with its grammar; `label` names it for screen readers. */
export const reading = (label: string, grammar: Extension): Extension => [
  EditorView.cspNonce.of(pageNonce()),
  lineNumbers(),
  grammar,
  // The tab index is for what can only be read: it scrolls, so the keyboard must be able to reach it.
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
  theme,
];

/**
 * A plain editor: no completion (see completing.ts), no suggestions. Tab indents; Escape and then
 * Tab leaves the field, which CodeMirror does by itself.
 */
export const editing: Extension = [
  history(),
  drawSelection(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  bracketMatching(),
  search({ top: true }),
  keymap.of([
    // Mod+Enter is Run here.
    ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
    ...historyKeymap,
    ...searchKeymap,
    indentWithTab,
  ]),
];

export const frozen: Extension = [EditorState.readOnly.of(true), EditorView.editable.of(false)];
