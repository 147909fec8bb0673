import type { OrderItem } from "../../forms/item.ts";
import { idsIn } from "../../forms/order/inversions.ts";
import type { Slot } from "../../key.ts";
import { InlineCode } from "../inline-code.tsx";
import { Explanation } from "./explanation.tsx";
import styles from "./explanation.module.css";

type ExplainedStepsProps = {
  item: OrderItem;
  /** Null where nothing was answered. */
  order: readonly string[] | null;
};

/** The steps as they belong, each with the place where it was put. */
export function ExplainedSteps({ item, order }: ExplainedStepsProps) {
  return (
    <ol className={styles.list} aria-label="The right order">
      {slotsWithPlaces(item.key.order).map(({ slot, from }) => (
        <li key={from}>
          {slot.length === 1 ? (
            <Steps {...{ item, order, slot, from }} />
          ) : (
            <div className={styles.either}>
              <p className={styles.label}>In any order among themselves:</p>
              <Steps {...{ item, order, slot, from }} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Places count from 1. */
function slotsWithPlaces(slots: readonly Slot[]): { slot: string[]; from: number }[] {
  let next = 1;
  return slots.map((slot) => {
    const from = next;
    next += idsIn(slot).length;
    return { slot: idsIn(slot), from };
  });
}

type StepsProps = ExplainedStepsProps & { slot: string[]; from: number };

const Steps = ({ item: { brief, key }, order, slot, from }: StepsProps) =>
  slot.map((id) => {
    const placed = order === null ? null : order.indexOf(id) + 1;
    const to = from + slot.length - 1;
    const fits = placed !== null && from <= placed && placed <= to;
    const belongs = slot.length === 1 ? `Place ${from}` : `Place ${from} to ${to}`;
    return (
      <Explanation
        key={id}
        verdict={placed === null ? null : fits ? "met" : "missed"}
        head={placed === null ? belongs : `${belongs}, ${givenWords(fits, placed)}`}
        subject={<InlineCode text={brief.steps.find((step) => step.id === id)?.text ?? id} />}
        why={key.steps[id] ?? ""}
      />
    );
  });

function givenWords(fits: boolean, placed: number): string {
  if (fits) return "and put there";
  return placed === 0 ? "but left out" : `but put at ${placed}`;
}
