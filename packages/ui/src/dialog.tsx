import { useEffect, useId, useRef, type ReactNode } from "react";

import { Button } from "./button.tsx";
import styles from "./dialog.module.css";

type DialogProps = { title: string; onClose: () => void; children: ReactNode };

/** A modal dialog while it is drawn. Escape and a click beside it close it; focus goes back after. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const dialog = ref.current;
    // A click that reaches the dialog itself lies on its backdrop or its edge.
    const beside = (event: MouseEvent) => event.target === dialog && onClose();
    dialog?.addEventListener("mousedown", beside);
    return () => dialog?.removeEventListener("mousedown", beside);
  }, [onClose]);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

type ConfirmProps = {
  title: string;
  /** What it means, before it is done. */
  children: ReactNode;
  /** The word on the button: "Show the answer". */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmProps) {
  const { title, children, confirm, danger = false, busy = false, onConfirm, onClose } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div className={styles.actions}>
        <Button look={danger ? "danger" : "primary"} disabled={busy} onClick={onConfirm}>
          {confirm}
        </Button>
        {/* Enter must not do what cannot be taken back, before its cost was read. */}
        <Button onClick={onClose} {...(danger && { "data-first-focus": "" })}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
