import type { Files, Json, Observations, Ports, StepObservation } from "@loopwright/core";

import type { Finding } from "./answer.ts";
import { brief, type ReviewBrief } from "./brief.ts";
import { key, type ReviewKey } from "./key.ts";

/** A small drill for the tests of this kind: twenty numbered lines, two flaws, one decoy. */

const line = (number: number) => `line ${number}`;
const flawText = (about: string) => ({
  why: `Nothing guards ${about}.`,
  fix: `Guard ${about} where it is read.`,
  prevent: `Put the guard of ${about} into the query layer.`,
  ask: `How is ${about} guarded elsewhere?`,
  say: "The row is found by its number alone, so one customer reads another.",
  scale: "A rule in the shared query layer, and a test that every service runs.",
});

export const material: { brief: ReviewBrief; text: string; files: Files; key: ReviewKey } = {
  text: "A shop asks for a review.",
  brief: brief.parse({
    language: "python",
    review: ["app.py"],
    editable: ["app.py"],
    entry: "app:app",
    samples: [{ title: "Reads an order", steps: [{ http: { path: "/orders/1" } }] }],
  }),
  files: {
    "app.py": `${Array.from({ length: 20 }, (_, i) => line(i + 1)).join("\n")}\n`,
    "db.py": "pass\n",
  },
  key: key.parse({
    flaws: [
      {
        id: "injection",
        title: "ORDER BY injection",
        cwe: [89],
        severity: "high",
        lines: [{ file: "app.py", from: 5, to: 6, has: line(6) }],
        path: [{ file: "app.py", line: 5, note: "sort, from the query" }],
        impact: "An attacker reads every table through the sort field.",
        explains: [
          {
            id: "reads-tables",
            title: "An attacker reads tables that the page never shows",
            ways: [["read* | dump* | extract*", "every table | any table | other table*"]],
            plain: [
              "Somebody fishes things out of the database that no page displays.",
              "Whoever picks the sorting can ask for the contents of any drawer.",
            ],
          },
        ],
        ...flawText("the order table"),
      },
      {
        id: "ownership",
        title: "Missing ownership check",
        cwe: [639, 862],
        severity: "high",
        severities: ["critical"],
        weight: 4,
        omission: true,
        lines: [{ file: "app.py", from: 12, to: 12, has: line(12) }],
        path: [{ file: "app.py", line: 12, note: "order_id, from the path" }],
        impact: "Any customer opens orders of others, and home addresses of strangers leak.",
        explains: [
          {
            id: "opens-orders",
            title: "Any customer opens orders that belong to others",
            ways: [["open* | read* | see", "order*", "others | other customer* | stranger*"]],
            plain: [
              "You type another number and the parcel of your neighbour comes up.",
              "Somebody with a login looks at what people around them bought.",
            ],
          },
          {
            id: "addresses-leak",
            title: "Home addresses of customers come out",
            ways: [["address* | where they live", "leak* | expos* | read* | come* out"]],
            plain: [
              "A thief learns in which house each buyer lives.",
              "Whoever asks is told the street and the door of everybody.",
            ],
          },
        ],
        ...flawText("home addresses"),
      },
    ],
    decoys: [
      {
        id: "cast",
        file: "app.py",
        from: 15,
        to: 15,
        has: line(15),
        why: "int() refuses the rest.",
      },
    ],
    neutral: [{ file: "app.py", from: 18, to: 18, has: line(18), why: "Style, not security." }],
    tests: {
      entry: "app:app",
      tests: [
        { name: "lists orders", role: "functional", ...oneStep(0) },
        { name: "shows an order", role: "functional", ...oneStep(1) },
        ...["injection", "ownership"].flatMap((flaw, i) =>
          [1, 2, 3].map((n) => ({
            name: `${flaw} ${n}`,
            role: "exploit",
            flaw,
            ...oneStep(1 + 3 * i + n),
          })),
        ),
      ],
    },
  }),
};

/** The path says which test it is, since they do not run in their order. */
function oneStep(number: number) {
  return { steps: [{ http: { path: `/orders/${number}` } }], expect: [{ status: 200 }] };
}

/** A finding on app.py; high unless said otherwise. */
export const mark = (from: number, to: number, rest: Partial<Finding> = {}): Finding => ({
  id: `${from}-${to}-${rest.cwe ?? 0}`,
  file: "app.py",
  from,
  to,
  cwe: null,
  severity: "high",
  impact: "",
  ...rest,
});

/** Sentences that say everything. */
export const explaining = {
  injection: "A sorted list lets somebody read any table.",
  ownership: "Customers open orders of strangers. Their home addresses leak.",
};

export const rightFindings = [
  mark(6, 6, { cwe: 89, impact: explaining.injection }),
  mark(12, 12, { cwe: 639, impact: explaining.ownership }),
];

/** Ports over a sandbox that reports each hidden test as holding or not, by its number in the key. */
export function portsReporting(holds: boolean[], rest: Partial<Observations> = {}): Ports {
  const seen = (held: boolean): StepObservation => ({
    kind: "http",
    status: held ? 200 : 500,
    headers: [],
    body: held ? "fine" : "broken",
  });
  return portsRunning(async ({ input }) => {
    const { cases } = input as { cases: { steps: [{ http: { path: string } }] }[] };
    const reported = cases.map(({ steps: [{ http }] }) => {
      const held = holds[Number(http.path.split("/").at(-1))];
      return { steps: held === undefined ? [] : [seen(held)] };
    });
    const result = { cases: reported } as unknown as Json;
    return { end: "finished", result, stdout: "", stderr: "", calls: [], ...rest };
  });
}

export const portsRunning = (run: Ports["sandbox"]["run"]): Ports => ({
  sandbox: { run, open: () => Promise.reject(new Error("This kind opens nothing.")) },
});
