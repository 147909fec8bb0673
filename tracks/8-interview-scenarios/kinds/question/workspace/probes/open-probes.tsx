import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useEffect, useRef, useState } from "react";

import type { AnswerReveal } from "../../reveal.ts";
import { repliesOf } from "../drafts.ts";
import { charsMax } from "../limits.ts";
import styles from "../main.module.css";
import { HowTo } from "../writing/how-to.tsx";
import { Refused } from "../writing/refused.tsx";
import { goToField } from "../writing/text-field.tsx";
import { ProbeForm } from "./probe-form.tsx";
import { ProbeSteps } from "./probe-steps.tsx";

type OpenProbesProps = StageProps & { probes: AnswerReveal["probes"] };

/** One probe at a time, as in the room; each can be gone back to. */
export function OpenProbes(props: OpenProbesProps) {
  const { probes, draft, onDraft, submitting, conditions } = props;
  const replies = repliesOf(draft);
  const { index, move, refused, isLast } = useProbes(props, replies);
  const probe = probes[index];
  if (!probe) return null;
  return (
    <WorkFrame
      sideLabel="How to answer"
      main={
        <div className={styles.main}>
          <ProbeSteps probes={probes} replies={replies} index={index} onMove={move} />
          <ProbeForm
            key={probe.id}
            number={index + 1}
            total={probes.length}
            ask={probe.ask}
            reply={replies[probe.id] ?? ""}
            onReply={(reply) => onDraft({ replies: { ...replies, [probe.id]: reply } })}
            busy={submitting}
            plain={conditions === "interview"}
          />
          <Refused why={refused} />
        </div>
      }
      side={<HowTo submits={isLast ? "submit the replies" : "next probe"} />}
    />
  );
}

type Asking = Pick<OpenProbesProps, "probes" | "onSubmit" | "submitting">;

/** Which probe is asked, and the way on: to the next one, and after the last to the grade. */
function useProbes({ probes, onSubmit, submitting }: Asking, replies: Record<string, string>) {
  const [index, setIndex] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const isLast = index >= probes.length - 1;
  useFocusOnMove(index);
  const move = (to: number) => {
    setRefused(null);
    setIndex(to);
  };
  const submit = () => {
    const problem = problemOf(probes, replies);
    // Said once; who submits again leaves them so.
    if (problem !== null && (problem.stays || problem.text !== refused)) {
      return setRefused(problem.text);
    }
    if (!submitting) void onSubmit().catch(() => undefined);
  };
  const group = "This question";
  const title = isLast ? "Submit replies" : "Next probe";
  const run = isLast ? submit : () => move(index + 1);
  useActions([
    { id: "stage.submit", title, keys: "Mod+Enter", group, run },
    { id: "answer.write", title: "Go to the reply", keys: "w", group, run: goToField },
  ]);
  return { index, move, refused, isLast };
}

/** A new probe takes the cursor with it, but the first one does not take it from where it is. */
function useFocusOnMove(index: number) {
  const before = useRef(index);
  useEffect(() => {
    if (before.current !== index) goToField();
    before.current = index;
  }, [index]);
}

type Problem = { text: string; stays: boolean };

function problemOf(
  probes: AnswerReveal["probes"],
  replies: Record<string, string>,
): Problem | null {
  const numbers = (test: (reply: string) => boolean) =>
    probes.flatMap(({ id }, at) => (test(replies[id] ?? "") ? [at + 1] : []));
  const long = numbers((reply) => reply.length > charsMax);
  if (long.length > 0) {
    return { text: `Too long to be graded: ${probeNames(long)}. Shorten it first.`, stays: true };
  }
  const blank = numbers((reply) => reply.trim() === "");
  if (blank.length === 0) return null;
  const text = `Without a reply: ${probeNames(blank)}. Submit again to leave it so.`;
  return { text, stays: false };
}

const probeNames = (numbers: number[]): string =>
  `${numbers.length === 1 ? "probe" : "probes"} ${numbers.join(", ")}`;
