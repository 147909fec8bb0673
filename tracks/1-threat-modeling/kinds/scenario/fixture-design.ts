/** A small task of design: guests send pictures, and nobody sees one that was not scanned. */

const design = (bucket: string) => `
zone out 10: Internet
zone cloud 80: Cloud
data picture confidential: Pictures (personal)
actor guest in out: Guest <person>
process upload in cloud: Upload API <api> [input validation, rate limit]
store ${bucket} in cloud: Arrivals <object-storage> [encryption-at-rest, block-public-access] {picture}
process scan in cloud: Malware scanner <malware-scanner>
store clean in cloud: Clean pictures <object-storage> [encryption-at-rest, block-public-access] {picture}
process serve in cloud: Gallery <cdn>
guest -> upload: send [HTTPS, session] {picture}
upload -> ${bucket}: keep [HTTPS, sigv4] {picture}
scan -> ${bucket}: fetch [HTTPS, sigv4] {picture}
scan -> clean: keep [HTTPS, sigv4] {picture}
serve -> clean: read [HTTPS, sigv4] {picture}
guest -> serve: look [HTTPS, session] {picture}
`;

export const safeDesign = design("raw");
/** The gallery reads what nobody has scanned. */
export const unsafeDesign = `${safeDesign}serve -> raw: read [HTTPS, sigv4] {picture}\n`;

const words = (text: string) => `${text} It reaches guests.`;

export const designKey = {
  reference: safeDesign,
  synonyms: {},
  optional: [],
  roles: {
    upload: { names: ["upload", "upload api"] },
    scan: { names: ["scanner", "scan"], groups: [], technology: ["malware-scanner"] },
    serve: { names: ["gallery", "serving"], groups: ["cdn"] },
  },
  properties: [
    {
      id: "scanned",
      title: "Every way from upload to serving passes the scan",
      noPath: { from: { role: "upload" }, to: { role: "serve" }, without: { role: "scan" } },
      essential: true,
      weight: 3,
      why: words("What was not scanned is shown."),
      fix: "Let the gallery read the clean store alone.",
    },
    {
      id: "known-guests",
      title: "Whoever sends a picture has signed in",
      everyFlow: {
        like: { to: { role: "upload" } },
        is: { authentication: ["session", "token", "mfa"] },
      },
      why: words("A stranger fills the album."),
      fix: "Put a session on the way in.",
    },
  ],
  threats: [
    [
      "stranger",
      "serve",
      "I",
      "number | id",
      "read*",
      "Any guest can change the id and read pictures of other guests, which leaks them.",
    ],
    [
      "script",
      "upload",
      "T",
      "script* | html",
      "run*",
      "A guest can send a script that runs in the browser of others, so accounts are lost.",
    ],
    [
      "flood",
      "upload",
      "D",
      "many | huge",
      "picture*",
      "One guest can send huge pictures without end, so the others wait.",
    ],
  ].map(([id, at, letter, one, other, say]) => ({
    id,
    title: `What happens with ${id}`,
    at: [at],
    stride: [letter],
    ways: [[one, other]],
    say,
    why: words("It matters."),
    mitigations: [{ text: "Check the owner.", ways: [["owner* | check*"]] }],
  })),
  rank: undefined,
  clarify: undefined,
  summary: undefined,
};
