import { commandsOfTheCli } from "./aws-cli.ts";
import { dragInLarge } from "./dragging.ts";
import { loadThousand } from "./loading.ts";
import { findInFourAccounts } from "./escalation.ts";
import { firstPage } from "./page.ts";
import { decideRequests } from "./policy.ts";
import { gradeProse } from "./prose.ts";
import { gradeRepairs, queueOfRepairs } from "./sandbox.ts";
import { gradeScripts } from "./scripts.ts";
import { searchLibrary } from "./search.ts";
import { warmStart } from "./start.ts";
import { printTable, type Figure } from "./table.ts";
import { analyseLarge } from "./threat-model.ts";
import { openToday } from "./today.ts";

/** `npm run bench`: what the design promises, measured here and now. Never part of the tests. */
const measures: [string, () => Promise<Figure[]>][] = [
  ["grading repairs one by one", gradeRepairs],
  ["grading 50 repairs at once", queueOfRepairs],
  ["grading answers in words", gradeProse],
  ["deciding IAM requests", decideRequests],
  ["finding escalation paths", findInFourAccounts],
  ["commands of the AWS CLI", commandsOfTheCli],
  ["grading scripts", gradeScripts],
  ["analysing a large threat model", analyseLarge],
  ["dragging in a large threat model", dragInLarge],
  ["loading 1,000 drills", loadThousand],
  ["searching the library", searchLibrary],
  ["opening Today after half a year", openToday],
  ["opening the first page", firstPage],
  ["starting again", warmStart],
];

const figures: Figure[] = [];
for (const [title, measure] of measures) {
  console.error(`Measuring: ${title} …`);
  figures.push(...(await measure()));
}
printTable(figures);
process.exitCode = figures.every(({ held }) => held) ? 0 : 1;
