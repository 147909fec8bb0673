import { WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo } from "react";

import type { ThreatsReveal } from "../../reveal.ts";
import { threatsDraft } from "../shared/drafts.ts";
import { GradedSide } from "../shared/graded-side.tsx";
import { MainPane } from "../shared/main-pane.tsx";
import { ownDrawing } from "../shared/own-drawing.ts";
import { Twist } from "../shared/twist.tsx";
import { DrawingView } from "./drawing-view.tsx";
import { KeyThreats } from "./key-threats.tsx";
import { missedMarks, threatMarks } from "./threat-marks.ts";
import { WrittenThreats } from "./written-threats.tsx";

/** What was written, what was looked for, and where on the drawing both lie. */
export function GradedThreats(props: StageProps) {
  const { draft, reveal, earlier, grade } = props;
  const told = reveal as unknown as ThreatsReveal | null;
  const answer = threatsDraft(draft);
  const drawing = useMemo(() => ownDrawing(earlier), [earlier]);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="Threats and what was looked for">
          <Twist text={told?.twist ?? null} />
          <DrawingView model={drawing} marks={threatMarks(drawing, answer.threats, grade)} />
          <WrittenThreats threats={answer.threats} drawing={drawing} />
          {told && (
            <DrawingView
              model={told.reference}
              title="Where the threats that were looked for lie"
              marks={missedMarks(told.threats, grade)}
              open={false}
            />
          )}
          {told && <KeyThreats threats={told.threats} grade={grade} reference={told.reference} />}
        </MainPane>
      }
      side={<GradedSide {...props} title="Threats" />}
    />
  );
}
