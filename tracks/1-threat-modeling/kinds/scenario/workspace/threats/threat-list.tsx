import { Button } from "@loopwright/ui";

import type { NamedThreat } from "../../material/answer.ts";
import type { OwnPart } from "../shared/own-drawing.ts";
import { ThreatCard } from "./threat-card.tsx";
import styles from "./threats.module.css";
import type { useThreatList } from "./use-threat-list.ts";

type ThreatListProps = {
  threats: readonly NamedThreat[];
  parts: readonly OwnPart[];
  list: ReturnType<typeof useThreatList>;
  busy: boolean;
  plain: boolean;
};

/** What was written so far, and room for the next. */
export const ThreatList = ({ threats, parts, list, busy, plain }: ThreatListProps) => (
  <>
    <ol className={styles.list}>
      {threats.map((threat, index) => (
        <ThreatCard
          key={threat.id}
          number={index + 1}
          threat={threat}
          parts={parts}
          onThreat={list.change}
          onRemove={() => list.remove(threat.id)}
          busy={busy}
          plain={plain}
        />
      ))}
    </ol>
    <div className={styles.below}>
      <Button keys="a" onClick={list.add} disabled={busy}>
        Add a threat
      </Button>
      {list.removed && (
        <Button look="quiet" onClick={list.undo}>
          Undo the removal
        </Button>
      )}
    </div>
  </>
);
