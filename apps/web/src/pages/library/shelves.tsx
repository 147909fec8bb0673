import { Link } from "@tanstack/react-router";

import type { LibraryView } from "@loopwright/server";
import list from "../../lists/list.module.css";
import { Section } from "../../lists/section.tsx";
import styles from "./library.module.css";

/** Every guide in one place, by track. */
export const Shelves = ({ tracks }: Pick<LibraryView, "tracks">) => (
  <div className={styles.sections}>
    {tracks.map(({ id: trackId, title, guides }) => (
      <Section key={trackId} title={title}>
        <ul className={list.list}>
          {guides.map(({ slug, title, opening, minutes }) => (
            <li key={slug} className={list.row}>
              <span>
                <Link
                  to="/tracks/$trackId/guides/$slug"
                  params={{ trackId, slug }}
                  className={list.title}
                >
                  {title}
                </Link>
              </span>
              <span className={list.facts}>{minutes} min</span>
              <p className={styles.excerpt}>{opening}</p>
            </li>
          ))}
        </ul>
      </Section>
    ))}
  </div>
);
