import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import { Section } from "../../lists/section.tsx";
import { Markdown } from "../../markdown/markdown.tsx";
import { Page } from "../../shell/page.tsx";
import { GuideList } from "./guide-list.tsx";
import styles from "./guide-page.module.css";

const route = getRouteApi("/shell/tracks/$trackId/guides/$slug");

/** Something to read, and what else of the track there is to read. */
export function GuidePage() {
  const { trackId, slug } = route.useParams();
  const { data: guide } = useSuspenseQuery(queries.guide(trackId, slug));
  const { data } = useSuspenseQuery(queries.tracks());
  const track = data.tracks.find(({ id }) => id === trackId);
  const others = (track?.guides ?? []).filter((one) => one.slug !== slug);
  return (
    <Page
      title={guide.title}
      eyebrow={
        <Link to="/tracks/$trackId" params={{ trackId }}>
          {track?.title ?? "Track"}
        </Link>
      }
    >
      <article className={styles.text}>
        <Markdown text={guide.text} guidesOf={trackId} />
      </article>
      {others.length > 0 && (
        <div className={styles.others}>
          <Section title="More to read">
            <GuideList trackId={trackId} guides={others} />
          </Section>
        </div>
      )}
    </Page>
  );
}
