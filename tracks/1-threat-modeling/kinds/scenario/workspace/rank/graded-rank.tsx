import { WorkFrame, type StageProps } from "@loopwright/ui";

import type { RankReveal } from "../../reveal.ts";
import { rankDraft, threatsDraft } from "../shared/drafts.ts";
import { GradedSide } from "../shared/graded-side.tsx";
import { MainPane } from "../shared/main-pane.tsx";
import styles from "./rank.module.css";

/** The ranking as it was submitted, and one that holds. */
export function GradedRank(props: StageProps) {
  const { draft, reveal, earlier } = props;
  const told = reveal as unknown as RankReveal | null;
  const { top, residual } = rankDraft(draft);
  const { threats } = threatsDraft(earlier["threats"]?.draft ?? null);
  const threatsTold = (earlier["threats"]?.reveal ?? null) as { threats?: Named[] } | null;
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The ranking and one that holds">
          <section aria-label="As ranked">
            <h2>As ranked</h2>
            <Places
              places={top.map((one) => ({
                ...one,
                name: threats.find(({ id }) => id === one.threat)?.text ?? one.threat,
              }))}
            />
            {residual.trim() !== "" && <p>{residual}</p>}
          </section>
          {told?.rank && (
            <section aria-label="One order that holds">
              <h2>One order that holds</h2>
              <Places
                places={told.rank.sample.top.map((one) => ({
                  ...one,
                  mitigations: one.mitigations ?? "",
                  name:
                    threatsTold?.threats?.find(({ id }) => id === one.threat)?.title ?? one.threat,
                }))}
              />
              <p>{told.rank.sample.residual}</p>
            </section>
          )}
          {told && (
            <section aria-label="Asked next">
              <h2>Asked next</h2>
              <p>{told.deeper}</p>
            </section>
          )}
        </MainPane>
      }
      side={<GradedSide {...props} title="Ranking" />}
    />
  );
}

type Named = { id: string; title: string };

type Place = {
  threat: string;
  name: string;
  likelihood: number | null;
  impact: number | null;
  mitigations: string;
  why: string;
};

const Places = ({ places }: { places: readonly Place[] }) => (
  <ol className={styles.numbered}>
    {places.length === 0 && <li className={styles.empty}>Nothing was ranked.</li>}
    {places.map(({ threat, name, likelihood, impact, mitigations, why }) => (
      <li key={threat}>
        <p>
          <strong>{name}</strong>
          {likelihood !== null && impact !== null && (
            <span className={styles.product}>
              {" "}
              {likelihood} × {impact} = {likelihood * impact}
            </span>
          )}
        </p>
        {mitigations && <p>{mitigations}</p>}
        {why && <p className={styles.empty}>{why}</p>}
      </li>
    ))}
  </ol>
);
