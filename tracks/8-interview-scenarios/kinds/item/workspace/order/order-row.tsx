import { Button, classNames } from "@loopwright/ui";
import type { KeyboardEvent, PointerEventHandler } from "react";

import { plain } from "../../forms/judged.ts";
import { InlineCode } from "../inline-code.tsx";
import styles from "./order-field.module.css";

type OrderRowProps = {
  text: string;
  /** From 0. */
  place: number;
  count: number;
  dragged: boolean;
  onMove: (to: number) => void;
  onPointerDown: PointerEventHandler<HTMLElement>;
};

/** One step: its place, a grip, its text, and two buttons for whoever does not drag. */
export function OrderRow(props: OrderRowProps) {
  const { text, place, count, dragged, onMove, onPointerDown } = props;
  const name = plain(text);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(to(place, count));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its grip and buttons do the same by key
    <li className={classNames(styles.row, dragged && styles.dragged)} onPointerDown={onPointerDown}>
      <button
        type="button"
        data-grip
        className={styles.grip}
        aria-label={`Place ${place + 1} of ${count}: ${name}. Arrow keys move it.`}
        onKeyDown={onKeyDown}
      >
        <Grip />
        <span className={styles.place}>{place + 1}</span>
      </button>
      <span className={styles.text}>
        <InlineCode text={text} />
      </span>
      <span className={styles.buttons}>
        <MoveButton label="Up" name={name} off={place === 0} onMove={() => onMove(place - 1)} />
        <MoveButton
          label="Down"
          name={name}
          off={place === count - 1}
          onMove={() => onMove(place + 1)}
        />
      </span>
    </li>
  );
}

/** Where a key takes a step. */
const steps: Record<string, (place: number, count: number) => number> = {
  ArrowUp: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

type MoveButtonProps = { label: string; name: string; off: boolean; onMove: () => void };

/** At the end of its way it keeps the focus, and says that it does nothing. */
const MoveButton = ({ label, name, off, onMove }: MoveButtonProps) => (
  <Button
    look="quiet"
    small
    aria-label={`${label}: ${name}`}
    aria-disabled={off}
    onClick={() => off || onMove()}
  >
    {label}
  </Button>
);

const Grip = () => (
  <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
    {[2, 8, 14].flatMap((y) =>
      [2, 8].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.4" fill="currentColor" />),
    )}
  </svg>
);
