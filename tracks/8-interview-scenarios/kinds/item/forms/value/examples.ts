import type { ItemAnswer } from "../../answer.ts";
import type { ValueItem } from "../item.ts";
import { rightAnswer, wrongAnswer, type Made } from "../example.ts";
import { isAccepted, unitOf } from "./grade.ts";

const give = (value: string): ItemAnswer => ({ form: "value", value });

/** Right: every accepted form, the edges of the tolerance. Wrong: none, each near miss, a little off. */
export function valueExamples(item: ValueItem): Made {
  const near = item.key.near.map(({ value, why }, index) =>
    wrongAnswer(`near-${index + 1}`, give(String(value)), { belief: `${value}: ${why}` }),
  );
  const off = offBy(item)
    .filter((value) => !isAccepted(item, value))
    .map((value, index) =>
      wrongAnswer(`off-${index + 1}`, give(value), { belief: `It is ${value} or so.` }),
    );
  return {
    exemplars: rightValues(item).map((value, index) =>
      rightAnswer(`from-key-${index + 1}`, value, give(value)),
    ),
    wrong: [
      wrongAnswer("nothing", give(" "), { belief: "Nobody needs to know it." }),
      ...near,
      ...off,
    ],
  };
}

function rightValues(item: ValueItem): string[] {
  const { value } = item.key;
  if (value.type === "text") {
    return value.accept.flatMap((form) => [form, `  ${form.toUpperCase()} `]);
  }
  const { is, tolerance } = value;
  const edges = tolerance === 0 ? [] : [is - tolerance, is + tolerance];
  return [...[is, ...edges].map(String), `${is} ${unitOf(item)}`];
}

/** Values that are a slip away: one more or less, ten times as much, a character lost. */
function offBy(item: ValueItem): string[] {
  const { value } = item.key;
  if (value.type === "text") return value.accept.map((form) => `${form.slice(0, -1)}#`);
  const { is, tolerance } = value;
  const step = tolerance === 0 ? 1 : tolerance * 2;
  return [is - step, is + step, is * 10, is / 10].map(String);
}
