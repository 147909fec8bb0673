import { EmptyState } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import type { DrillView } from "@loopwright/server";
import { Capabilities } from "../../lists/capabilities.tsx";
import { AttemptList } from "../../lists/attempt-list.tsx";
import { Section } from "../../lists/section.tsx";
import { Markdown } from "../../markdown/markdown.tsx";
import { Page } from "../../shell/page.tsx";
import { StartButtons } from "../../start/start-buttons.tsx";
import { conditionsNotes, conditionsWords, count, wholeWords } from "../../words.ts";
import { DrillFacts } from "./drill-facts.tsx";
import styles from "./drill-page.module.css";

const route = getRouteApi("/shell/drills/$drillId");

export function DrillPage() {
  const { drillId } = route.useParams();
  const { data } = useSuspenseQuery(queries.drill(drillId));
  const { drill, trackTitle, kindTitle, attempts, capabilities } = data;
  return (
    <Page
      title={drill.meta.title}
      eyebrow={
        <>
          <Link to="/tracks/$trackId" params={{ trackId: drill.trackId }}>
            {trackTitle}
          </Link>{" "}
          / {kindTitle}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <div className={styles.brief}>
            <Markdown text={drill.situation} />
          </div>
          <Start view={data} />
          <Section title="Attempts">
            {attempts.length > 0 ? (
              <AttemptList attempts={attempts} dated />
            ) : (
              <EmptyState>None yet.</EmptyState>
            )}
          </Section>
        </div>
        <div className={styles.side}>
          <Section title="This drill">
            <DrillFacts view={data} />
          </Section>
          <Section title="What will run here">
            <Capabilities capabilities={capabilities} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function Start({ view: { drill, attempts } }: { view: DrillView }) {
  const open = attempts.find(({ state }) => state === "open");
  return (
    <section className={styles.start} aria-label="Start">
      <div className={styles.conditions}>
        {(["interview", "practice"] as const).map((one) => (
          <p key={one}>
            <b>{conditionsWords[one]}.</b> {conditionsNotes[one]}
          </p>
        ))}
      </div>
      <StartButtons
        drillId={drill.id}
        openAttemptId={open?.id ?? null}
        facts={[
          wholeWords(drill.meta.minutes),
          ...(drill.lines > 0 ? [count(drill.lines, "line")] : []),
        ]}
      />
    </section>
  );
}
