import { expect, test } from "vitest";

import { withoutHtml } from "./card-text.ts";

test.each([
  ["plain", "plain"],
  ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
  ["1 < 2 and `a < b`", "1 &lt; 2 and `a < b`"],
  ["see\n\n~~~html\n<b>\n~~~\n\n<i>", "see\n\n~~~html\n<b>\n~~~\n\n&lt;i>"],
  ["```\n<b>\n```", "```\n<b>\n```"],
  ["~~~ that never ends\n<b>", "~~~ that never ends\n&lt;b>"],
  ["a ` alone <b>", "a ` alone &lt;b>"],
])("%j is drawn from %j", (text, markdown) => {
  expect(withoutHtml(text)).toBe(markdown);
});
