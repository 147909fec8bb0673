import { GradeSide, MainPane, useMarks } from "@loopwright/prose/react";
import main from "@loopwright/prose/main.module.css";
import { WorkFrame, type StageProps } from "@loopwright/ui";

import type { AnswerReveal, ReviewedReveal } from "../../reveal.ts";
import { Reviewed } from "../reviewed/reviewed.tsx";

type ShownProbesProps = StageProps & {
  probes: AnswerReveal["probes"];
  reviewed: ReviewedReveal;
};

/** Given up here or before: what would have been asked, and the reviewed answer. */
export function ShownProbes(props: ShownProbesProps) {
  const { probes, reviewed } = props;
  const marks = useMarks(props.grade);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The reviewed answer">
          {probes.length > 0 && (
            <section aria-label="Probes">
              <h2 className={main.title}>Probes</h2>
              <ol>
                {probes.map(({ id, ask }, index) => (
                  <li key={id}>
                    {index + 1}. {ask}
                  </li>
                ))}
              </ol>
            </section>
          )}
          <Reviewed reveal={reviewed} />
        </MainPane>
      }
      side={<GradeSide {...props} title="Probes" links={marks.links} />}
    />
  );
}
