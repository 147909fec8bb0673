import fc from "fast-check";

/** Texts that have broken readers and writers: quotes, marks of the typed lines, markup, other scripts. */
const hard = [
  "",
  " ",
  "Photo API",
  'The "best" API',
  "it's \\ n back\\slash",
  "a: b: c",
  "[brackets] {braces} <angles> (round)",
  "ends in kinds (personal, content)",
  "#tag # comment",
  "uses -> and <- and <->",
  "line one\nline two\r\nline three\ttab",
  "\u2028 separators \u2029\u0085",
  " leading and trailing ",
  "🚲👩‍👩‍👧 emoji",
  "שלום مرحبا",
  "\u202e turned round",
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "& &amp; R&D",
  "=1+1",
  "@cmd, -2, +3",
  "__proto__",
  "constructor",
  "null",
  '{"json": true}',
  '"',
  "`code` | table | **bold**",
  "---\nyaml: [1",
  "%%{init}%% graph TD; end",
  "\u0000\u0007",
  "\ud800 half a pair",
  "\ufeffmark",
  "The phone is not rooted. about app",
  "in cloud",
  "on app by m1",
];

/** At most `max` UTF-16 units. */
export const arbitraryText = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.constantFrom(...hard) },
      { weight: 2, arbitrary: fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{1,8}){0,3}$/) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
    )
    .map((text) => text.slice(0, max));

/** Ids as people and other tools choose them, among them words of the typed lines. */
export const arbitraryId: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}$/),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,12}$/),
  fc.uuid(),
  fc.constantFrom("S", "TI", "T1", "on", "by", "in", "model", "zone", "data", "actor", "a-", "4x5"),
  fc.constantFrom("constructor", "toString", "hasOwnProperty", "about", "threat", "7", "done"),
);

/** Words of the tables, words that are only an alias there, and words of nobody. */
export const arbitrarySlug = (known: Iterable<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("https", "tls", "lambda", "validation", "none", "session", "mfa"),
    },
    { weight: 1, arbitrary: fc.constantFrom("constructor", "no-encryption", "unknown") },
  );
