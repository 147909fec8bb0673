import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef } from "react";

import { queries } from "../../api/queries.ts";
import { Section } from "../../lists/section.tsx";
import { Markdown } from "../../markdown/markdown.tsx";
import { ReadAloud } from "../../read-aloud/read-aloud.tsx";
import { browserSpeech } from "../../read-aloud/speech.ts";
import { Page } from "../../shell/page.tsx";
import { GuideList } from "./guide-list.tsx";
import styles from "./guide-page.module.css";
import { useDrawnText } from "./use-drawn-text.ts";

const route = getRouteApi("/shell/tracks/$trackId/guides/$slug");

const speech = browserSpeech();

/** Something to read, and what else of the track there is to read. */
export function GuidePage() {
  const { trackId, slug } = route.useParams();
  const { data: guide } = useSuspenseQuery(queries.guide(trackId, slug));
  const { data } = useSuspenseQuery(queries.tracks());
  const track = data.tracks.find(({ id }) => id === trackId);
  const guideId = `${trackId}/${slug}`;
  const article = useRef<HTMLElement>(null);
  const { drawn, onDrawn } = useDrawnText(article);
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
      {drawn && <ReadAloud key={guideId} speech={speech} guide={guideId} text={drawn} />}
      <article ref={article} className={styles.text}>
        <Markdown key={guideId} text={guide.text} guidesOf={trackId} onDrawn={onDrawn} />
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
