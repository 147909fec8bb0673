import { Button } from "@loopwright/ui";

import type { NamedThreat, RankedThreat } from "../../material/answer.ts";
import { TextArea } from "../shared/text-area.tsx";
import { LevelField } from "./level-field.tsx";
import styles from "./rank.module.css";

type RankedCardProps = {
  place: number;
  /** How many are ranked. */
  last: number;
  ranked: RankedThreat;
  /** Absent where the threat was removed since. */
  threat: NamedThreat | undefined;
  onRanked: (ranked: RankedThreat) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  busy: boolean;
  plain: boolean;
};

/** One place of the ranking: how likely, how bad, what is done, and why it stands here. */
export function RankedCard(props: RankedCardProps) {
  const { place, ranked, threat, onRanked, busy, plain } = props;
  const field = { busy, plain };
  return (
    <li className={styles.card} data-place={place}>
      <div className={styles.head}>
        <span className={styles.place}>{place}</span>
        <p>{threat?.text || threat?.title || ranked.threat}</p>
      </div>
      <RiskFields ranked={ranked} busy={busy} onRanked={onRanked} />
      <TextArea
        label="What stops it"
        text={ranked.mitigations}
        rows={2}
        onText={(mitigations) => onRanked({ ...ranked, mitigations })}
        {...field}
      />
      <TextArea
        label="Why here"
        hint="Who is harmed, how many, how easily."
        text={ranked.why}
        rows={2}
        onText={(why) => onRanked({ ...ranked, why })}
        {...field}
      />
      <Moves {...props} />
    </li>
  );
}

type RiskFieldsProps = Pick<RankedCardProps, "ranked" | "busy" | "onRanked">;

const RiskFields = ({ ranked, busy, onRanked }: RiskFieldsProps) => (
  <div className={styles.risk}>
    <LevelField
      label="Likelihood"
      words={likelihoods}
      level={ranked.likelihood}
      disabled={busy}
      onLevel={(likelihood) => onRanked({ ...ranked, likelihood })}
    />
    <LevelField
      label="Impact"
      words={impacts}
      level={ranked.impact}
      disabled={busy}
      onLevel={(impact) => onRanked({ ...ranked, impact })}
    />
    <p className={styles.product}>{product(ranked)}</p>
  </div>
);

type MovesProps = Pick<RankedCardProps, "place" | "last" | "busy" | "onMove" | "onRemove">;

const Moves = ({ place, last, busy, onMove, onRemove }: MovesProps) => (
  <div className={styles.moves}>
    <Button small onClick={() => onMove(-1)} disabled={busy || place === 1}>
      Up
    </Button>
    <Button small onClick={() => onMove(1)} disabled={busy || place === last}>
      Down
    </Button>
    <Button small look="quiet" onClick={onRemove} disabled={busy}>
      Take off
    </Button>
  </div>
);

const likelihoods = ["a remote chance", "unlikely", "possible", "likely", "near certain"];
const impacts = ["an annoyance", "one customer at a time", "some customers", "many", "all of them"];

const product = ({ likelihood, impact }: RankedThreat): string =>
  likelihood === null || impact === null
    ? "likelihood × impact"
    : `${likelihood} × ${impact} = ${likelihood * impact}`;
