// Apart from track.ts, so that the browser can have them without the schemas.

/** The brief's five "done means" lines. A track's goal says how its drills prove one. */
export const lines = [
  { id: "model-in-time", title: "Threat model in 15 to 20 minutes" },
  { id: "review-in-time", title: "Code review in 5 to 10 minutes" },
  { id: "script-from-scratch", title: "Security script from scratch" },
  { id: "story-for-any-principle", title: "Any principle in 3 to 4 minutes" },
  { id: "risk-in-plain-words", title: "Risk told to non-technical people" },
] as const;
export type LineId = (typeof lines)[number]["id"];

/** The three groups of the tracks page. */
export const groups = [
  { id: "core", title: "Core technical skills", note: "Tested in the phone screen." },
  { id: "leadership", title: "Leadership and communication", note: "Half of the interview." },
  { id: "amazon", title: "Amazon context", note: "Services, scale, and the rehearsal itself." },
] as const;
