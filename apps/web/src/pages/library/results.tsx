import { count, EmptyState } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import type { SearchGroup, SearchView } from "@loopwright/server";
import list from "../../lists/list.module.css";
import { Section } from "../../lists/section.tsx";
import { Hit } from "./hit.tsx";
import styles from "./library.module.css";

const groupWords: Record<SearchGroup, string> = {
  guide: "Guides",
  drill: "Drills",
  question: "Questions",
  card: "Cards",
};

/** A guide is found by its sections. */
const headingWords = (group: SearchGroup, total: number): string =>
  `${groupWords[group]}: ${group === "guide" ? count(total, "section") : total}`;

type ResultsProps = { found: SearchView; q: string; kind: SearchGroup | undefined };

/** What was found, by group. */
export const Results = ({ found, q, kind }: ResultsProps) => (
  <div className={styles.sections}>
    {found.total === 0 && <Nothing found={found} q={q} kind={kind} />}
    {found.partly && found.nearest.length > 0 && <Nearest words={found.nearest} />}
    {found.groups.map(({ group, total, hits }) => (
      <Section key={group} title={headingWords(group, total)}>
        <ul className={list.list}>
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
        </ul>
        {total > hits.length && (
          <p className={styles.more}>
            {kind === group ? (
              `The first ${hits.length} are shown. More words narrow it down.`
            ) : (
              <Link to="/library" search={{ q, kind: group }}>
                Show all {total}
              </Link>
            )}
          </p>
        )}
      </Section>
    ))}
    {kind !== undefined && found.total > 0 && <Everywhere q={q} />}
  </div>
);

const Everywhere = ({ q }: { q: string }) => (
  <p>
    <Link to="/library" search={{ q }}>
      Search all of the library
    </Link>
  </p>
);

/** Nothing found: the words that come nearest, or what finds more. */
const Nothing = ({ found: { nearest }, q, kind }: ResultsProps) => (
  <EmptyState>
    {nearest.length > 0 ? (
      <Nearest words={nearest} />
    ) : (
      <p>Fewer words, or the name of a service or an attack, find more.</p>
    )}
    {kind !== undefined && <Everywhere q={q} />}
  </EmptyState>
);

/** Each is a search of its own. */
const Nearest = ({ words }: { words: string[] }) => (
  <p className={styles.nearest}>
    Nearest in the library:
    {words.map((word) => (
      <Link key={word} to="/library" search={{ q: word }}>
        {word}
      </Link>
    ))}
  </p>
);

/** One sentence about what was found, read out as it changes. */
export function foundWords({ total, partly }: SearchView): string {
  if (total === 0) return "Nothing found.";
  return partly ? `No text has all of these words; ${total} have some.` : `${total} found.`;
}
