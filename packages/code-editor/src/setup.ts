import { java } from "@codemirror/lang-java";
import { javascript } from "@codemirror/lang-javascript";
import { python } from "@codemirror/lang-python";
import {
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";

import { editing, reading } from "./field.ts";
import tones from "./tones.module.css";

const inPython = (): Extension => [python(), indentUnit.of("    ")];
const inJava = (): Extension => [java(), indentUnit.of("    ")];
const inJavaScript = (): Extension => [javascript(), indentUnit.of("  ")];
const inTypeScript = (): Extension => [javascript({ typescript: true }), indentUnit.of("  ")];

/** By the ending of a file. What else is edited, such as a policy or a workflow, is set plain. */
const grammars: ReadonlyMap<string, () => Extension> = new Map([
  ["py", inPython],
  ["java", inJava],
  ...["js", "mjs", "cjs", "jsx"].map((ending) => [ending, inJavaScript] as const),
  ...["ts", "mts", "cts"].map((ending) => [ending, inTypeScript] as const),
]);

function grammarOf(file: string): Extension {
  const ending = file.slice(file.lastIndexOf(".") + 1).toLowerCase();
  return grammars.get(ending)?.() ?? indentUnit.of("  ");
}

// Classes only: colours are tokens, and the policy of the page allows no inline style.
const highlighting = HighlightStyle.define(
  (
    [
      [[tags.keyword, tags.bool, tags.null, tags.self], tones["keyword"]],
      [tags.string, tones["string"]],
      [tags.number, tones["numeral"]],
      [tags.meta, tones["name"]],
      [tags.comment, tones["comment"]],
    ] as const
  ).map(([tag, name]) => ({ tag, class: name ?? "" })),
);

/** What reading and editing of a file share. `label` names the field for screen readers. */
export const readingSetup = (file: string, label: string): Extension =>
  reading(label, [grammarOf(file), syntaxHighlighting(highlighting)]);

export const editingSetup = (file: string): Extension => [
  readingSetup(file, file),
  indentOnInput(),
  editing,
];
