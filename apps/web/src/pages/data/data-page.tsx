import { buttonClass } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { DataView } from "@loopwright/server";
import { dataApi, dataQueries } from "../../api/data.ts";
import { Section } from "../../lists/section.tsx";
import { SampleSection } from "../../sample/sample-section.tsx";
import { Page } from "../../shell/page.tsx";
import { Backups } from "./backups.tsx";
import styles from "./data-page.module.css";
import { DeleteData } from "./delete-data.tsx";
import { ImportData } from "./import-data.tsx";
import { SpaceTable } from "./space-table.tsx";

/** Where everything is, how to take it along, and how to be rid of it. */
export function DataPage() {
  const { data } = useSuspenseQuery(dataQueries.data());
  return (
    <Page title="Data" eyebrow={<Link to="/settings">Settings</Link>}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title="What is here">
            <WhatIsHere view={data} />
          </Section>
          <Section title="Room on disk">
            <SpaceTable view={data} />
          </Section>
          <Section title="Backups">
            <Backups view={data} />
          </Section>
        </div>
        <div className={styles.column}>
          <Section title="Export">
            <p className={styles.text}>
              Everything in one file. The key of the language model, recordings and the sample
              learner are not in it.
            </p>
            <div className={styles.buttons}>
              <a className={buttonClass()} href={dataApi.exportHref} download>
                Export everything
              </a>
            </div>
          </Section>
          <Section title="Import">
            <ImportData />
          </Section>
          {/* The first run leads here. */}
          <div id="sample">
            <Section title="Sample learner">
              <SampleSection />
            </Section>
          </div>
          <Section title="Delete everything">
            <DeleteData view={data} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

const databases: Record<DataView["database"], string> = {
  embedded: "embedded, in that folder",
  postgresql: "PostgreSQL, at DATABASE_URL",
};

const WhatIsHere = ({ view: { dataFolder, database, counts } }: { view: DataView }) => (
  <dl className={styles.facts}>
    <Fact term="Folder">
      <span className={styles.path}>{dataFolder}</span>
    </Fact>
    <Fact term="Database">{databases[database]}</Fact>
    <Fact term="Attempts">{counts.attempts.toLocaleString("en")}</Fact>
    <Fact term="Documents">{counts.documents.toLocaleString("en")}</Fact>
    <Fact term="Cards met">{counts.cards.toLocaleString("en")}</Fact>
    <Fact term="Reviews">{counts.reviews.toLocaleString("en")}</Fact>
  </dl>
);

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
