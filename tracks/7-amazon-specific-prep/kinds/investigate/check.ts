import { credentialOfStart, problemOfWorld } from "@loopwright/aws/checks";
import { buildWorld } from "@loopwright/aws/world";
import type { MaterialProblem } from "@loopwright/core";

import type { InvestigateBrief, Question } from "./brief.ts";
import type { InvestigateKey } from "./key.ts";
import { fittingEvents } from "./questions/events.ts";

type Material = { brief: InvestigateBrief; key: InvestigateKey; stages: readonly string[] };
type Add = (where: string, message: string) => void;

/** What schemas cannot see: a world that does not build, a question without an answer, a goal without checks. */
export function checkMaterial({ brief, key, stages }: Material): MaterialProblem[] {
  const problems: MaterialProblem[] = [];
  const add: Add = (where, message) => problems.push({ where, message });
  const broken = problemOfWorld(key.world);
  if (broken) add("answer/world.yaml", `${broken.where}: ${broken.message}`);
  for (const stage of stages as ("find" | "contain")[]) {
    const { as } = brief.seats[stage];
    if (!broken && !credentialOfStart(key.world, as))
      add(`brief.yaml seats.${stage}`, `${as} has no credential in the world.`);
  }
  for (const question of brief.questions) checkQuestion(question, key, add);
  if (!broken) checkEvents(key, add);
  const asked = [...brief.questions, ...brief.goals].map(({ id }) => id);
  if (new Set(asked).size < asked.length) add("brief.yaml", "An id stands twice.");
  const goals = new Set(key.goals.map(({ goal }) => goal));
  for (const { id } of brief.goals)
    if (!goals.has(id)) add("answer/key.yaml goals", `The goal ${id} has no checks.`);
  for (const id of asked)
    if (!Object.hasOwn(key.about, id)) add("answer/key.yaml about", `Nothing is said about ${id}.`);
  const spare = [...goals, ...Object.keys(key.answers), ...Object.keys(key.about)];
  for (const id of spare)
    if (!asked.includes(id)) add("answer/key.yaml", `There is no question or goal ${id}.`);
  return problems;
}

function checkQuestion(question: Question, { answers }: InvestigateKey, add: Add): void {
  const where = `answer/key.yaml answers.${question.id}`;
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  if (answer?.type !== question.type)
    return add(where, `It is no answer of type ${question.type}.`);
  if (question.type !== "choice" || answer.type !== "choice") return;
  const options = new Set(question.options.map(({ id }) => id));
  for (const id of answer.right) if (!options.has(id)) add(where, `There is no option ${id}.`);
  if (!question.many && answer.right.length > 1)
    add(where, "Several are right, and one can be chosen.");
}

/** An event that never happened could not be found. */
function checkEvents({ world, answers }: InvestigateKey, add: Add): void {
  const built = buildWorld(world, "check");
  for (const [id, answer] of Object.entries(answers))
    if (answer.type === "event" && fittingEvents(built, answer).length === 0)
      add(`answer/key.yaml answers.${id}`, "No event of the past fits.");
}
