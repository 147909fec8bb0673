import { Button, Ring } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import type { ReadinessView } from "@loopwright/server";
import { queries } from "../../api/queries.ts";
import { Section } from "../../lists/section.tsx";
import { LevelsOverTime } from "../../readiness/over-time.tsx";
import { Page } from "../../shell/page.tsx";
import { DimensionGroup } from "./dimension-group.tsx";
import { groups, maps } from "./groups.ts";
import { Levels } from "./levels.tsx";
import styles from "./readiness-page.module.css";
import { useOpenRows } from "./use-open-rows.ts";

const route = getRouteApi("/shell/readiness");

/** Everything that evidence says, one row for each thing that somebody can be ready in. */
export function ReadinessPage() {
  const { data } = useSuspenseQuery(queries.readiness());
  const rows = useOpenRows(route.useSearch().open);
  const shared = { view: data, ...rows };
  return (
    <Page
      title="Readiness"
      lead="It follows from attempts alone: passed under interview conditions, without hints, inside their time. It fades as they grow old."
    >
      <div className={styles.columns}>
        <div className={styles.groups}>
          {groups.map((group) => (
            <DimensionGroup key={group.id} group={group} {...shared} />
          ))}
        </div>
        <Aside view={data} />
      </div>
      <div className={styles.maps}>
        {maps.map((group) => (
          <DimensionGroup key={group.id} group={group} {...shared} />
        ))}
      </div>
    </Page>
  );
}

function Aside({ view: { dimensions, history } }: { view: ReadinessView }) {
  const closed = dimensions.filter(({ group }) => group === "line").map(({ level }) => level === 3);
  const proven = closed.filter(Boolean).length;
  return (
    <div className={styles.aside}>
      <div className={styles.ring}>
        <Ring sizePx={116} closed={closed} />
        <p>
          {proven} of {closed.length} lines are proven
        </p>
      </div>
      <Section title="What the levels say">
        <Levels />
      </Section>
      <Section title="26 weeks">
        <LevelsOverTime history={history} />
      </Section>
      <div className={styles.print}>
        <Button small onClick={() => window.print()}>
          Print with evidence
        </Button>
      </div>
    </div>
  );
}
