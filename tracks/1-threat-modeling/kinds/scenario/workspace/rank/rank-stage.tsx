import { WorkFrame, type StageProps } from "@loopwright/ui";

import type { NamedThreat, RankedThreat } from "../../material/answer.ts";
import { placesFor } from "../../material/limits.ts";
import { rankDraft, threatsDraft } from "../shared/drafts.ts";
import { MainPane } from "../shared/main-pane.tsx";
import { Refused } from "../shared/refused.tsx";
import { TextArea } from "../shared/text-area.tsx";
import { Twist, twistOf } from "../shared/twist.tsx";
import { useSubmit } from "../shared/use-submit.ts";
import { GradedRank } from "./graded-rank.tsx";
import { RankedCard } from "./ranked-card.tsx";
import styles from "./rank.module.css";
import { Unranked } from "./unranked.tsx";
import { useRanking } from "./use-ranking.ts";

/** The worst threats in an order, with what is done about each. */
export const RankStage = (props: StageProps) =>
  props.state === "open" ? <OpenRank {...props} /> : <GradedRank {...props} />;

function OpenRank(props: StageProps) {
  const { draft, onDraft, onSubmit, submitting, conditions, earlier } = props;
  const places = placesFor(props.drill.stages.map(({ id }) => id));
  const answer = rankDraft(draft);
  const { threats } = threatsDraft(earlier["threats"]?.draft ?? null);
  const ranking = useRanking(answer.top, (top) => onDraft({ ...answer, top }));
  const refused = useSubmit({
    title: "Submit ranking",
    problem:
      answer.top.length === 0
        ? "Nothing is ranked yet. To leave this stage, skip it beside the brief."
        : null,
    submitting,
    onSubmit,
  });
  const field = { busy: submitting, plain: conditions === "interview" };
  return (
    <WorkFrame
      sideLabel="Threats not ranked"
      main={
        <MainPane label="The ranking">
          <Twist text={twistOf(earlier)} />
          <RankedList {...{ places, threats, ranking }} top={answer.top} {...field} />
          <TextArea
            label="What is left"
            hint="The risk that stays when all of this is done, and who lives with it."
            text={answer.residual}
            onText={(residual) => onDraft({ ...answer, residual })}
            {...field}
          />
          <Refused why={refused} />
        </MainPane>
      }
      side={
        <Unranked
          threats={threats.filter(({ id }) => !answer.top.some(({ threat }) => threat === id))}
          places={places}
          full={answer.top.length >= places}
          onRank={ranking.add}
          busy={submitting}
        />
      }
    />
  );
}

type RankedListProps = {
  /** How many are asked for. */
  places: number;
  top: readonly RankedThreat[];
  threats: readonly NamedThreat[];
  ranking: ReturnType<typeof useRanking>;
  busy: boolean;
  plain: boolean;
};

/** The ranking so far, or what belongs there. */
function RankedList({ places, top, threats, ranking, ...field }: RankedListProps) {
  if (top.length === 0) {
    return (
      <p className={styles.empty}>
        The worst first, at most {places}: take them from the list of threats.
      </p>
    );
  }
  return (
    <ol className={styles.list}>
      {top.map((one, index) => (
        <RankedCard
          key={one.threat}
          place={index + 1}
          last={top.length}
          ranked={one}
          threat={threats.find(({ id }) => id === one.threat)}
          onRanked={ranking.change}
          onMove={(by) => ranking.move(one.threat, by)}
          onRemove={() => ranking.remove(one.threat)}
          {...field}
        />
      ))}
    </ol>
  );
}
