import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";

import styles from "./tabs.module.css";

type TabsProps = {
  label: string;
  tabs: { id: string; title: string }[];
  chosen: string;
  onChoose: (id: string) => void;
  children: ReactNode;
};

/** Tabs of which one shows at a time; arrows move between them. A single tab is only a heading. */
export function Tabs({ label, tabs, chosen, onChoose, children }: TabsProps) {
  const id = useId();
  if (tabs.length < 2) {
    return (
      <>
        <h2 className={styles.single}>{tabs[0]?.title}</h2>
        {children}
      </>
    );
  }
  return (
    <>
      <TabList {...{ id, label, tabs, chosen, onChoose }} />
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${chosen}`}
        className={styles.panel}
      >
        {children}
      </div>
    </>
  );
}

function TabList({
  id,
  label,
  tabs,
  chosen,
  onChoose,
}: Omit<TabsProps, "children"> & { id: string }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const here = tabs.findIndex((one) => one.id === chosen);
    const next = tabs[(here + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${id}-${tab.id}`}
          data-tab={tab.id}
          aria-selected={tab.id === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab.id === chosen ? 0 : -1}
          className={styles.tab}
          onClick={() => onChoose(tab.id)}
          onKeyDown={onKeyDown}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
