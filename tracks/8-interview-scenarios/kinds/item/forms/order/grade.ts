import type { ItemAnswer } from "../../answer.ts";
import type { OrderItem } from "../item.ts";
import { missed, otherForm, plain, type Judged } from "../judged.ts";
import { acceptedOrders, inversions, type Inversion } from "./inversions.ts";

/** With fewer steps nearly every order is one swap from right. */
const partlyFrom = 4;

/** Any accepted order is right; one swap of neighbours away is right in part. */
export function judgeOrder(item: OrderItem, answer: ItemAnswer): Judged {
  const none = (reason: string): Judged => ({ found: { answer: missed(reason) }, slips: [] });
  if (answer.form !== "order") return none(otherForm);
  const { brief, key } = item;
  const shown = brief.steps.map(({ id }) => id);
  const { order } = answer;
  if (order.length !== shown.length || shown.some((id) => !order.includes(id))) {
    return none("Not every step was put into order.");
  }
  // Nothing was done, so nothing was shown to be known, however near the start was.
  if (order.every((id, index) => id === shown[index])) {
    return none("The steps were left as they were shown.");
  }
  const wrong = inversions(key.order, order);
  const partly = wrong.length === 1 && shown.length >= partlyFrom;
  const [right = []] = acceptedOrders(key.order);
  return {
    found: {
      answer: {
        verdict: wrong.length === 0 ? "met" : partly ? "partly" : "missed",
        note: noteOf(wrong.length),
        evidence: [{ type: "decision", trace: traceOf(order, wrong, right) }],
      },
    },
    slips: slipsOf(item, wrong),
  };
}

function noteOf(wrong: number): string {
  if (wrong === 0) return "every step after what it needs";
  return wrong === 1 ? "one pair the wrong way round" : `${wrong} pairs the wrong way round`;
}

function traceOf(order: string[], wrong: Inversion[], right: string[]): string[] {
  const given = `given: ${order.join(", ")}`;
  return wrong.length === 0 ? [given] : [given, `right: ${right.join(", ")}`];
}

/** The pairs that stand side by side in the right order explain the others. */
function slipsOf({ brief, key }: OrderItem, wrong: readonly Inversion[]) {
  const textOf = (id: string) => plain(brief.steps.find((step) => step.id === id)?.text ?? id);
  const [right = []] = acceptedOrders(key.order);
  const gap = ({ first, after }: Inversion) => right.indexOf(after) - right.indexOf(first);
  const nearest = wrong.toSorted((a, b) => gap(a) - gap(b));
  return nearest.map(({ first, after }) => ({
    advice: `Put “${textOf(first)}” before “${textOf(after)}”.`,
    why: key.steps[after] ?? "",
    criterion: "answer",
  }));
}
