/** Past participles that do not end in -ed. Those that are mostly adjectives or nouns are left out. */
export const irregularParticiples: ReadonlySet<string> = new Set(
  `beaten begun bent bitten blown bought bound broken brought built burnt cast caught chosen cut dealt
  done drawn driven eaten fed fought forbidden forgotten forgiven found frozen given ground grown heard
  held hidden hit hung hurt kept known laid learnt led left lent let lit lost made meant met mistaken
  outdone overridden overseen overtaken overthrown overwritten paid proven put read rebuilt redone
  rerun reset resold rethought rewritten ridden run said seen sent set shaken shed shipped shot shown
  shut sold sought spelt spent split spoken spread stolen struck stuck sung sunk swept swung taken
  taught thought thrown told torn undergone understood undone unwound upheld withdrawn withheld won
  worn wound woven written`.split(/\s+/),
);

/** Words in -ed that are no participles. */
export const falseParticiples: ReadonlySet<string> = new Set(
  `need speed seed feed breed bleed weed deed reed greed indeed exceed proceed succeed agreed hundred
  red bed shed sled wed embed naked wicked sacred rugged ragged kindred aged learned beloved crooked
  unauthenticated unauthorised unauthorized unencrypted unexpected unrelated untrusted unused unpatched
  undetected unlimited unprotected unsigned unvalidated unchanged unaffected`.split(/\s+/),
);

/** Participles that take an object of their own: "we were given access" is still a passive. */
export const withSecondObject: ReadonlySet<string> = new Set(
  `given asked told shown sent offered paid taught granted denied promised awarded assigned handed
  called named made considered elected allowed left kept set rated marked labelled labeled`.split(
    /\s+/,
  ),
);
