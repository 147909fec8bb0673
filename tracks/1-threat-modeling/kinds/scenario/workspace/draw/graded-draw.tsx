import { WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo } from "react";

import { readDrawing } from "../../drawing/read.ts";
import type { DrawReveal } from "../../reveal.ts";
import { drawDraft } from "../shared/drafts.ts";
import { GradedSide } from "../shared/graded-side.tsx";
import { MainPane } from "../shared/main-pane.tsx";
import { Twist } from "../shared/twist.tsx";
import { DrawingView } from "../threats/drawing-view.tsx";
import { marksOf } from "./marks.ts";
import { Properties } from "./properties.tsx";

/** The drawing with what matched and what is missing on it, and what it was held against. */
export function GradedDraw(props: StageProps) {
  const { draft, reveal } = props;
  const told = reveal as unknown as DrawReveal | null;
  const model = useMemo(() => readDrawing(drawDraft(draft).model).model, [draft]);
  const marks = useMemo(() => (told ? marksOf(model, told) : null), [model, told]);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The drawing and what was looked for">
          <Twist text={told?.twist ?? null} />
          <DrawingView model={model} title="As drawn" {...(marks && { marks: marks.own })} />
          {told?.reference && (
            <DrawingView
              model={told.reference}
              title="As a good candidate draws it"
              {...(marks && { marks: marks.reference })}
            />
          )}
          {told && <Properties properties={told.properties} />}
          {told?.exemplars.map(({ slug, title, note, model: exemplar }) => (
            <section key={slug}>
              <DrawingView model={exemplar} title={title} open={false} />
              <p>{note}</p>
            </section>
          ))}
        </MainPane>
      }
      side={<GradedSide {...props} title="Draw" />}
    />
  );
}
