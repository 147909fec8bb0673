import type { LiveOf } from "@loopwright/core";

import { hear, type Heard } from "./clarify/hear.ts";
import type { ScenarioKind } from "./kind.ts";
import type { Topic } from "./material/key.ts";
import { topicsPerQuestion } from "./material/limits.ts";

/** What was answered so far: the ids of topics, in the order in which they were asked about. */
export type Conversation = { answered: string[] };

/** What the interviewer says. */
export type Reply = { says: string; topics: string[] };

const { start, step }: LiveOf<ScenarioKind, Conversation> = {
  start: () => ({ answered: [] }),
  step: ({ state, action, key, text }) => {
    const topics = key.clarify?.topics ?? [];
    const heard = hear(action.ask, topics, text);
    const ids = heard.topics.map(({ id }) => id);
    const answered = [...new Set([...state.answered, ...ids])];
    const view: Reply = { says: spoken(heard, state.answered), topics: ids };
    return { state: { answered }, view };
  },
};
export { start, step };

/** In the interviewer's voice: facts for what is known, and for the rest the leave to assume. */
function spoken({ topics, more, asks }: Heard, before: readonly string[]): string {
  if (!asks) return "Ask it as a question, one thing at a time. Which of these comes first?";
  if (topics.length === 0) {
    return "That is not settled. Assume what seems sensible, and write the assumption down.";
  }
  const facts = topics.map((topic) => answerTo(topic, before)).join(" ");
  const rest = `That was more than ${words[topicsPerQuestion]} things. Ask for the rest one by one.`;
  return more ? `${facts} ${rest}` : facts;
}
const words: Record<number, string> = { 2: "two", 3: "three", 4: "four" };

const answerTo = ({ id, fact }: Topic, before: readonly string[]): string =>
  before.includes(id) ? `As before: ${fact}` : fact;
