import type { OrderItem } from "../item.ts";
import { rightAnswer, wrongAnswer, type Made } from "../example.ts";
import { acceptedOrders, inversions } from "./inversions.ts";

/** Right: every accepted order. Wrong: reversed, as shown, each forbidden swap, a step too few. */
export function orderExamples({ brief, key }: OrderItem): Made {
  const put = (order: string[]) => ({ form: "order" as const, order });
  const accepted = acceptedOrders(key.order);
  const [right = []] = accepted;
  const shown = brief.steps.map(({ id }) => id);
  const swaps = right
    .slice(1)
    .map((_, index) => ({ number: index + 1, order: swapped(right, index) }))
    .filter(({ order }) => inversions(key.order, order).length > 0)
    .map(({ number, order }) =>
      wrongAnswer(`swap-${number}`, put(order), {
        belief: `${order[number - 1]} comes before ${order[number]}.`,
      }),
    );
  return {
    exemplars: accepted.map((order, index) =>
      rightAnswer(`from-key-${index + 1}`, `In order: ${order.join(", ")}`, put(order)),
    ),
    wrong: [
      wrongAnswer("reversed", put(right.toReversed()), { belief: "The last step comes first." }),
      wrongAnswer("as-shown", put(shown), { belief: "The steps stand right as they are." }),
      wrongAnswer("one-lost", put(right.slice(1)), { belief: "The first step is not needed." }),
      wrongAnswer("nothing", put([]), { belief: "There is no order in it." }),
      ...swaps,
    ],
  };
}

const swapped = (order: readonly string[], index: number): string[] =>
  order.toSpliced(index, 2, order[index + 1] ?? "", order[index] ?? "");
