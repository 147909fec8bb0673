import { expect, test } from "vitest";

import { withoutHtml } from "./card-text.ts";

test.each([
  ["plain", "plain"],
  ["R&amp;D & more; a=1&b=2", "R&#38;amp;D & more; a=1&b=2"],
  ["<script>alert(1)</script>", "&#60;script>alert(1)&#60;/script>"],
  ["1 < 2 and `a < b`", "1 &#60; 2 and `a < b`"],
  ["see\n\n~~~html\n<b>\n~~~\n\n<i>", "see\n\n~~~html\n<b>\n~~~\n\n&#60;i>"],
  ["```\n<b>\n```", "```\n<b>\n```"],
  ["~~~ that never ends\n<b>", "~~~ that never ends\n&#60;b>"],
  ["a ` alone <b>", "a ` alone &#60;b>"],
])("%j is drawn from %j", (text, markdown) => {
  expect(withoutHtml(text)).toBe(markdown);
});
