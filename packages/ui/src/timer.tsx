import { useEffect, useReducer } from "react";

import styles from "./timer.module.css";

type TimerProps = {
  /** Milliseconds so far; read anew every second while it runs. */
  read: () => number;
  limitMs: number;
  running: boolean;
};

/** "6:41 of 10:00". It keeps its colour past the limit: the grade says what that means. */
export function Timer({ read, limitMs, running }: TimerProps) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(redraw, 1000);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <span className={styles.timer} role="timer" aria-label="Time on this drill">
      <span className={styles.now}>{clockWords(read())}</span> of {clockWords(limitMs)}
    </span>
  );
}

/** 401000 → "6:41"; hours only where there are any. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const parts = hours > 0 ? [hours, two(minutes)] : [minutes];
  return [...parts, two(seconds % 60)].join(":");
}

const two = (value: number) => String(value).padStart(2, "0");
