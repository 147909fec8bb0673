import type { ChooseItem } from "../item.ts";
import { rightAnswer, wrongAnswer, type Made } from "../example.ts";

/** Right: exactly the right ones. Wrong: everything, nothing, the opposite, and each single slip. */
export function chooseExamples({ brief, key }: ChooseItem): Made {
  const ids = brief.options.map(({ id }) => id);
  const right = ids.filter((id) => key.options[id]?.right);
  const choose = (chosen: string[]) => ({ form: "choose" as const, chosen });
  const fails = ["answer", ...ids.map((id) => `option-${id}`)];
  const slips = ids
    .map((id) => ({ id, chosen: flipped(ids, right, id) }))
    // These two have their own entry.
    .filter(({ chosen }) => chosen.length > 0 && chosen.length < ids.length)
    .map(({ id, chosen }) =>
      wrongAnswer(`slip-${id}`, choose(chosen), {
        belief: `Everything right but the option ${id}.`,
        fails: ["answer", `option-${id}`],
        meets: ids.filter((other) => other !== id).map((other) => `option-${other}`),
      }),
    );
  return {
    exemplars: [rightAnswer("from-key", "Exactly the right options", choose(right))],
    wrong: [
      wrongAnswer("everything", choose(ids), { belief: "Every option will do.", fails }),
      wrongAnswer("nothing", choose([]), { belief: "None of the options holds.", fails }),
      wrongAnswer("opposite", choose(ids.filter((id) => !right.includes(id))), {
        belief: "What is wrong is right.",
        fails,
      }),
      ...slips,
    ],
  };
}

const flipped = (ids: string[], right: string[], id: string): string[] =>
  ids.filter((one) => right.includes(one) !== (one === id));
