/** A small task of change: a partner begins to read the pictures of a model that stands. */

export const before = `
zone out 10: Internet
zone cloud 80: Cloud
actor guest in out: Guest <person>
process upload in cloud: Upload API <api>
store album in cloud: Album <object-storage>
guest -> upload: send [HTTPS, session]
upload -> album: keep [HTTPS, sigv4]
mitigate m1 done: Guests sign in
mitigate m2 proposed: Each picture belongs to a guest
threat t1 I 3x4 on album by m1: Pictures of others are read
`;

export const after = `${before.replace("by m1:", "by m2:")}
zone partners 40: Partner accounts
actor partner in partners: Print partner <partner>
partner -> album: fetch orders [HTTPS, sigv4]
`;

const words = (text: string) => `${text} It reaches guests.`;

export const updateKey = {
  reference: after,
  synonyms: {},
  optional: [],
  keep: { mayChange: ["t1"] },
  roles: { partner: { names: ["partner"] }, album: { names: ["album"], ids: ["album"] } },
  properties: [
    {
      id: "partner-reads",
      title: "The partner's way to the album is drawn",
      exists: { flow: { from: { role: "partner" }, to: { role: "album" } } },
      essential: true,
      why: words("What is not drawn is not examined."),
      fix: "Draw the partner's account and its flow to the album.",
    },
    {
      id: "relinked",
      title: "The threat relies on what still holds",
      linked: { threat: "t1", to: ["m2"], not: ["m1"] },
      why: words("A partner does not sign in as a guest."),
      fix: "Link the threat to the check of each picture.",
    },
  ],
  threats: [
    [
      "partner-reads-all",
      "album",
      "I",
      "partner*",
      "all | every | other*",
      "The partner can read all pictures and not only its own orders, which leaks private moments.",
    ],
    [
      "stolen-role",
      "partner",
      "S",
      "stolen | steal* | anybody",
      "role | account* | credential*",
      "Anybody with stolen credentials of the partner can use the role, so the album is read from outside.",
    ],
    [
      "no-record",
      "album",
      "R",
      "nobody | no log | deny",
      "read* | fetch*",
      "The partner can deny what it fetched, because nobody logs who reads, so guests are never told.",
    ],
  ].map(([id, at, letter, one, other, say]) => ({
    id,
    title: `What happens with ${id}`,
    at: [at],
    stride: [letter],
    ways: [[one, other]],
    say,
    why: words("It matters."),
    mitigations: [{ text: "Scope the role.", ways: [["scope* | condition*"]] }],
  })),
  rank: undefined,
  clarify: undefined,
  summary: undefined,
};

export const files = { "model.txt": before };
export const updateBrief = {
  mode: "update",
  model: "model.txt",
  change: "A print partner will read the pictures from the album with an account of its own.",
} as const;
