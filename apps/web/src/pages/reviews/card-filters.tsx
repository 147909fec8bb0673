import type { CardFilter, CardsView } from "@loopwright/server";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

import styles from "./cards-page.module.css";

const words: Record<CardFilter, string> = {
  all: "All",
  due: "Due",
  new: "New",
  leech: "Leeches",
  suspended: "Suspended",
};

type CardFiltersProps = { q: string; show: CardFilter; counts: CardsView["counts"] | undefined };

/** Words to search for, and which cards; both stand in the address. */
export const CardFilters = ({ q, show, counts }: CardFiltersProps) => (
  <div className={styles.filters}>
    <SearchField q={q} show={show} />
    <nav aria-label="Which cards" className={styles.kinds}>
      {(Object.keys(words) as CardFilter[]).map((one) => (
        <Link
          key={one}
          to="/reviews/cards"
          search={{ ...(q !== "" && { q }), ...(one !== "all" && { show: one }) }}
          replace
          className={styles.kind}
          aria-current={one === show ? "true" : undefined}
          activeProps={{}}
        >
          {words[one]} <span className={styles.figure}>{counts?.[one]}</span>
        </Link>
      ))}
    </nav>
  </div>
);

/** So long after the last key is searched. */
const restMs = 120;

function SearchField({ q, show }: { q: string; show: CardFilter }) {
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  useEffect(() => {
    if (text === q) return;
    const timer = setTimeout(() => {
      const search = { ...(text !== "" && { q: text }), ...(show !== "all" && { show }) };
      void navigate({ to: "/reviews/cards", search, replace: true });
    }, restMs);
    return () => clearTimeout(timer);
  }, [text, q, show, navigate]);
  return (
    <input
      type="search"
      aria-label="Search cards"
      placeholder="Search front, back and concepts"
      className={styles.search}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
