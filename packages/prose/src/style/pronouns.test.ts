import { expect, it } from "vitest";

import { pronouns } from "./pronouns.ts";

it.each([
  ["I rotated the key and we told the team.", ["I rotated"], ["we told"]],
  ["I then quickly rotated it.", ["I then quickly rotated"], []],
  ["I’ve fixed it; we’d seen it.", ["I’ve fixed"], ["we’d seen"]],
  ["I did not sleep.", ["I did not sleep"], []],
  ["I was on call.", ["I was"], []],
  ["we were paged", [], ["we were paged"]],
  ["so i looked and i found it", ["i looked", "i found"], []],
  ["I applied it. I rely on it.", ["I applied", "I rely"], []],
  ["I found and fixed it.", ["I found"], []],
  ["I think so. I guess. I mean it.", [], []],
  ["My team and I and they.", [], []],
  ["Between you and I, it held.", [], []],
  ["Type I errors; Part I was long; i.e. it.", [], []],
  ["for i in range, `I did`, i++", [], []],
  ["The AI wrote it. It is fine.", [], []],
  ["The i/o failed, and the I/O held.", [], []],
  ["I, as the lead, decided.", [], []],
  ["", [], []],
])("%s", (text, i, we) => {
  const found = pronouns(text);
  expect([found.i.map(({ text }) => text), found.we.map(({ text }) => text)]).toEqual([i, we]);
});

it.each([
  ["I wrote it. We ran it. We shipped it. We watched it.", 0.25],
  ["I wrote it.", 1],
  ["They wrote it.", null],
])("the share of I in %s", (text, share) => {
  expect(pronouns(text).share).toBe(share);
});
