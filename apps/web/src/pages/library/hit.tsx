import { dateWords } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";
import { useId, useState, type ReactNode } from "react";

import type { FoundGroup, SearchTarget } from "@loopwright/server";
import list from "../../lists/list.module.css";
import styles from "./library.module.css";
import { MarkedWords } from "./marked-words.tsx";

type Found = FoundGroup["hits"][number];
type Card = Extract<SearchTarget, { group: "card" }>;

/** One result: what it is called, where in it the words stand, and the way there. */
export function Hit({ hit }: { hit: Found }) {
  const { target } = hit;
  if (target.group === "card") return <CardHit hit={hit} card={target} />;
  const title = <MarkedWords marked={hit.title} />;
  if (target.group === "guide") {
    const { trackId, slug, anchor } = target;
    return (
      <Row excerpt={hit}>
        <Link
          data-hit
          to="/tracks/$trackId/guides/$slug"
          params={{ trackId, slug }}
          {...(anchor !== null && { hash: anchor })}
          className={list.title}
        >
          {hit.heading.text === "" ? (
            title
          ) : (
            <>
              <MarkedWords marked={hit.heading} />
              <span className={styles.within}> in {title}</span>
            </>
          )}
        </Link>
      </Row>
    );
  }
  return (
    <Row excerpt={hit} facts={[target.kindTitle.toLowerCase(), `level ${target.level}`]}>
      <Link
        data-hit
        to="/drills/$drillId"
        params={{ drillId: target.drillId }}
        className={list.title}
      >
        {title}
      </Link>
    </Row>
  );
}

const none: string[] = [];

type RowProps = { excerpt: Found; facts?: string[]; children: ReactNode };

const Row = ({ excerpt: { excerpt }, facts = none, children }: RowProps) => (
  <li className={list.row}>
    <span>{children}</span>
    <span className={list.facts}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
    {excerpt.text !== "" && (
      <p className={styles.excerpt}>
        <MarkedWords marked={excerpt} />
      </p>
    )}
  </li>
);

/** A card opens where it stands: all of its back, and what it rests on. */
function CardHit({ hit, card }: { hit: Found; card: Card }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li className={list.row}>
      <button
        type="button"
        data-hit
        className={styles.front}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <MarkedWords marked={hit.title} />
      </button>
      <div id={id} className={styles.excerpt}>
        {open ? (
          <>
            <p>{card.back}</p>
            <p className={styles.source}>
              <a
                href={card.source}
                target="_blank"
                rel="noopener noreferrer"
                data-address={card.source}
              >
                {new URL(card.source).host}
              </a>
              , looked at on {dateWords(card.asOf)}
            </p>
          </>
        ) : (
          <MarkedWords marked={hit.excerpt} />
        )}
      </div>
    </li>
  );
}
