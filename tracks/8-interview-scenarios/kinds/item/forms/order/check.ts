import type { MaterialProblem } from "@loopwright/core";

import { checkExplained } from "../explained.ts";
import type { OrderItem } from "../item.ts";
import { acceptedCount, factorial, idsIn, inversions } from "./inversions.ts";

/** Of all arrangements, at most this share may be accepted: what a blind guess wins. */
const guessShareMax = 1 / 6;
/** What is shown at first is at least this many neighbouring swaps from right. */
const swapsMin = 2;

export function checkOrder(item: OrderItem): MaterialProblem[] {
  const { brief, key } = item;
  const named = checkExplained({ name: "steps", shown: brief.steps, explained: key.steps });
  const misordered = checkSlots(item);
  // Distances mean nothing while steps are missing from the order.
  return misordered.length > 0 ? [...named, ...misordered] : [...named, ...checkGuess(item)];
}

function checkSlots({ brief, key }: OrderItem): MaterialProblem[] {
  const shown = brief.steps.map(({ id }) => id);
  const placed = key.order.flatMap((slot, index) =>
    idsIn(slot).map((id) => ({ id, where: `answer/key.yaml order.${index}` })),
  );
  const ids = placed.map(({ id }) => id);
  const strange = placed
    .filter(({ id }) => !shown.includes(id))
    .map(({ id, where }) => ({ where, message: `${id} is not in the brief` }));
  const twice = placed
    .filter(({ id }, index) => ids.indexOf(id) < index)
    .map(({ id, where }) => ({ where, message: `${id} stands twice` }));
  const lost = shown
    .filter((id) => !ids.includes(id))
    .map((id) => ({ where: "answer/key.yaml order", message: `${id} is not in the order` }));
  return [...strange, ...twice, ...lost];
}

function checkGuess({ brief, key }: OrderItem): MaterialProblem[] {
  const problems: MaterialProblem[] = [];
  const shown = brief.steps.map(({ id }) => id);
  const accepted = acceptedCount(key.order);
  const all = factorial(shown.length);
  if (accepted / all > guessShareMax + 1e-9) {
    const message = `${accepted} of ${all} arrangements are accepted; at most one in six may be`;
    problems.push({ where: "answer/key.yaml order", message });
  }
  const swaps = inversions(key.order, shown).length;
  if (swaps < swapsMin) {
    const message =
      swaps === 0
        ? "the steps are shown in a right order; shuffle them"
        : "the steps are shown one swap from a right order; shuffle them";
    problems.push({ where: "brief.yaml steps", message });
  }
  return problems;
}
