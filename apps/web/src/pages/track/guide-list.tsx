import { Link } from "@tanstack/react-router";

import type { TrackView } from "@loopwright/server";
import styles from "./track-page.module.css";

type GuideListProps = { trackId: string; guides: TrackView["guides"] };

export const GuideList = ({ trackId, guides }: GuideListProps) => (
  <ul className={styles.guides}>
    {guides.map(({ slug, title }) => (
      <li key={slug}>
        <Link to="/tracks/$trackId/guides/$slug" params={{ trackId, slug }}>
          {title}
        </Link>
      </li>
    ))}
  </ul>
);
