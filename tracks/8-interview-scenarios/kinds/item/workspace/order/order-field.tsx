import { announce } from "@loopwright/ui";
import { useEffect, useRef } from "react";

import type { AnswerIn } from "../../answer.ts";
import type { OrderBrief } from "../../brief.ts";
import { plain } from "../../forms/judged.ts";
import { moved, orderFrom } from "./moved.ts";
import styles from "./order-field.module.css";
import { OrderRow } from "./order-row.tsx";
import { useOrderDrag } from "./use-order-drag.ts";

type OrderFieldProps = {
  brief: OrderBrief;
  draft: AnswerIn<"order"> | null;
  onDraft: (draft: AnswerIn<"order">) => void;
};

/** The steps as a list that is put into order by dragging, by buttons, or by arrow keys. */
export function OrderField({ brief, draft, onDraft }: OrderFieldProps) {
  const shown = brief.steps.map(({ id }) => id);
  const order = orderFrom(shown, draft?.order ?? []);
  const save = (next: string[]) => onDraft({ form: "order", order: next });
  const drag = useOrderDrag(order, save);
  const keepFocus = useFocusAfterMove();

  const move = (id: string, to: number) => {
    const next = moved(order, id, to);
    const place = next.indexOf(id) + 1;
    const step = brief.steps.find((one) => one.id === id);
    announce(`${plain(step?.text ?? id)}: place ${place} of ${next.length}.`);
    if (place - 1 === order.indexOf(id)) return;
    keepFocus();
    save(next);
  };
  return (
    <section aria-labelledby="item-order">
      <h2 id="item-order" className={styles.title}>
        First to last. Any order that works counts.
      </h2>
      <ol>
        {drag.shown.map((id, place) => (
          <OrderRow
            key={id}
            text={brief.steps.find((one) => one.id === id)?.text ?? id}
            place={place}
            count={order.length}
            dragged={drag.dragged === id}
            onMove={(to) => move(id, to)}
            onPointerDown={(event) => drag.begin(event, id)}
          />
        ))}
      </ol>
    </section>
  );
}

/** Moving a row takes its node out for a moment, and the focus with it: it is given back. */
function useFocusAfterMove() {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    if (held.current instanceof HTMLElement) held.current.focus();
    held.current = null;
  });
  return () => void (held.current = document.activeElement);
}
