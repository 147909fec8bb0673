import { classNames } from "@loopwright/ui";
import { use, useEffect, useRef, useState } from "react";

import { CanvasContext } from "./canvas-context.ts";
import styles from "./node.module.css";

type NameFieldProps = { id: string; name: string; label?: string; className?: string | undefined };

/** The name of a part, typed where it stands. Enter and leaving keep it, Escape does not. */
export function NameField({ id, name, label = "Name", className }: NameFieldProps) {
  const { named } = use(CanvasContext);
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    // A new part is drawn, and measured, before it can take the focus.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const end = (keep: boolean) => {
    if (over.current) return;
    over.current = true;
    const next = text.trim();
    named(id, keep && next !== "" ? next : null);
  };
  return (
    <input
      ref={field}
      aria-label={label}
      className={classNames("nodrag", "nopan", styles.field, className)}
      value={text}
      maxLength={200}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") end(true);
        if (event.key === "Escape") end(false);
      }}
    />
  );
}
