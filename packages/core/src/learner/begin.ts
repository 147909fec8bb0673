import type { Day } from "./evidence.ts";
import type { ProcessStep, Profile } from "./profile.ts";
import { roles } from "./roles.ts";

/** The stages of the brief; teams differ, so each can be renamed, dated and removed. */
const usual: readonly Omit<ProcessStep, "on" | "done">[] = [
  { id: "application", title: "Application", note: "" },
  { id: "assessment", title: "Assessment", note: "online" },
  { id: "phone-screen", title: "Phone screen", note: "60 min" },
  { id: "loop", title: "Loop", note: "four or five rounds of 60 min" },
  { id: "decision", title: "Decision", note: "within a week" },
];

/** What holds until somebody says otherwise: a phone screen without a date, three quarters of an hour a day. */
export const firstProfile = (today: Day): Profile => ({
  role: roles[0]!.id,
  round: "phone-screen",
  interviewOn: null,
  minutesPerDay: 45,
  restDays: [],
  languages: ["python", "javascript", "java"],
  newCardsPerDay: 10,
  reviewsPerDay: 100,
  startedOn: today,
  process: usual.map((step) => ({ ...step, on: null, done: step.id === "application" })),
});
