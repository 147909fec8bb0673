import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";

import styles from "./policy-editor.module.css";

/** JSON by its tokens alone: names, texts, and the few words. A policy has nothing else. */
const json = StreamLanguage.define<null>({
  name: "json",
  languageData: { closeBrackets: { brackets: ["{", "[", '"'] } },
  token: (stream) => {
    if (stream.eatSpace()) return null;
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) {
      return stream.match(/^\s*:/, false) ? "propertyName" : "string";
    }
    if (stream.match(/^(?:true|false|null)\b/)) return "keyword";
    if (stream.match(/^-?\d[\d.eE+-]*/)) return "number";
    stream.next();
    return null;
  },
});

// Classes only: colours are tokens, and the policy of the page allows no inline style.
const highlighting = HighlightStyle.define(
  (
    [
      [tags.propertyName, styles["name"]],
      [tags.string, styles["string"]],
      [[tags.keyword, tags.number], styles["word"]],
    ] as const
  ).map(([tag, name]) => ({ tag, class: name ?? "" })),
);

export const jsonTones: Extension = [json, syntaxHighlighting(highlighting)];
