import { actions, Kbd, Ring, VisuallyHidden } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Search } from "lucide-react";
import type { ReactNode } from "react";

import { queries } from "../api/queries.ts";
import styles from "./nav.module.css";
import { places } from "./places.ts";

export const Nav = () => (
  <nav className={styles.nav} aria-label="Main">
    <Link to="/" className={styles.brand} activeProps={{ "aria-current": undefined }}>
      <Readiness sizePx={28} />
      <span className={styles.word}>Loopwright</span>
    </Link>
    <ul className={styles.list}>
      {places.map(({ to, title, keys }) => (
        <li key={to}>
          <Link to={to} className={styles.link} activeOptions={{ exact: to === "/" }}>
            {title}
            <span className={styles.keys} aria-hidden="true">
              <Kbd keys={keys} plain />
            </span>
          </Link>
        </li>
      ))}
    </ul>
    <div className={styles.foot}>
      <Tool
        id="shell.find"
        keys="Mod+k"
        word="Find"
        icon={<Search size={15} aria-hidden="true" className={styles.touch} />}
      />
      <span className={styles.keys}>
        <Tool id="shell.keys" keys="?" word="Keys" />
      </span>
    </div>
  </nav>
);

type ToolProps = { id: string; keys: string; word: string; icon?: ReactNode };

function Tool({ id, keys, word, icon }: ToolProps) {
  return (
    <button type="button" className={styles.tool} onClick={() => actions.run(id)}>
      <span className={styles.keys} aria-hidden="true">
        <Kbd keys={keys} />
      </span>
      {icon}
      {word}
    </button>
  );
}

const noneYet = [false, false, false, false, false];

/** The ring as the way home: five arcs, closed by evidence. */
export function Readiness({ sizePx }: { sizePx: number }) {
  const { data } = useQuery(queries.today());
  return (
    <>
      <Ring sizePx={sizePx} closed={data?.lines.map(({ proven }) => proven) ?? noneYet} />
      <VisuallyHidden>Loopwright: today</VisuallyHidden>
    </>
  );
}
