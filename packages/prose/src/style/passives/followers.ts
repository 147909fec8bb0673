const followers: ReadonlySet<string> = new Set(
  `by in on at to for from with without after before when while where because since until as and or but
  nor so then than that which who if unless though although into onto within during over under through
  across between among against about around out up off down back away again once twice first last next
  soon later now yesterday today tomorrow daily weekly monthly nightly here there too also not only
  a an the this these those my our your his her its their some any all both every each one two three
  four five six seven eight nine ten it them us me him i we you they monday tuesday wednesday thursday
  friday saturday sunday of per via using upstream overnight fast hard well via automatically whenever
  internally manually independently together apart instead already still yet anyway like upon along
  directly right straight`.split(/\s+/),
);

/**
 * Whether a word can stand after a verb. After "is stored" a noun shows that "stored" describes it, as
 * in "is stored XSS"; nouns cannot be told without a dictionary, so all but these words are taken so.
 */
export const canFollowVerb = (word: string): boolean =>
  followers.has(word) || word.endsWith("ly") || word.endsWith("ing") || /^\d/.test(word);
