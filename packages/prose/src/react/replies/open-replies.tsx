import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useEffect, useRef, useState } from "react";

import { repliesOf } from "../drafts.ts";
import { charsMax } from "../limits.ts";
import styles from "../main.module.css";
import { HowTo } from "../writing/how-to.tsx";
import { Refused } from "../writing/refused.tsx";
import { goToField } from "../writing/text-field.tsx";
import type { Asked } from "./asked.ts";
import { ReplyForm } from "./reply-form.tsx";
import { ReplySteps } from "./reply-steps.tsx";

type OpenRepliesProps = Pick<
  StageProps,
  "draft" | "onDraft" | "onSubmit" | "submitting" | "conditions"
> & { asked: readonly Asked[]; /** What one of them is called: "probe". */ noun: string };

/** One thing that is asked at a time, as in the room; each can be gone back to. */
export function OpenReplies(props: OpenRepliesProps) {
  const { asked, noun, draft, onDraft, submitting, conditions } = props;
  const replies = repliesOf(draft);
  const { index, move, refused, isLast } = useAsking(props, replies);
  const current = asked[index];
  if (!current) return null;
  const { id, ask } = current;
  return (
    <WorkFrame
      sideLabel="How to answer"
      main={
        <div className={styles.main}>
          <ReplySteps asked={asked} noun={noun} replies={replies} index={index} onMove={move} />
          <ReplyForm
            key={id}
            number={index + 1}
            total={asked.length}
            noun={noun}
            ask={ask}
            reply={replies[id] ?? ""}
            onReply={(reply) => onDraft({ replies: { ...replies, [id]: reply } })}
            busy={submitting}
            plain={conditions === "interview"}
          />
          <Refused why={refused} />
        </div>
      }
      side={<HowTo submits={isLast ? "submit the replies" : `next ${noun}`} />}
    />
  );
}

type Asking = Pick<OpenRepliesProps, "asked" | "noun" | "onSubmit" | "submitting">;

/** What is asked now, and the way on: to the next, and after the last to the grade. */
function useAsking({ asked, noun, onSubmit, submitting }: Asking, replies: Record<string, string>) {
  const [index, setIndex] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const isLast = index >= asked.length - 1;
  useFocusOnMove(index);
  const move = (to: number) => {
    setRefused(null);
    setIndex(to);
  };
  const submit = () => {
    const problem = problemOf({ asked, noun }, replies);
    // Said once; who submits again leaves them so.
    if (problem !== null && (problem.stays || problem.text !== refused)) {
      return setRefused(problem.text);
    }
    if (!submitting) void onSubmit().catch(() => undefined);
  };
  const group = "This question";
  const title = isLast ? "Submit replies" : `Next ${noun}`;
  const run = isLast ? submit : () => move(index + 1);
  useActions([
    { id: "stage.submit", title, keys: "Mod+Enter", group, run },
    { id: "answer.write", title: "Go to the reply", keys: "w", group, run: goToField },
  ]);
  return { index, move, refused, isLast };
}

/** What is asked next takes the cursor with it, but the first does not take it from where it is. */
function useFocusOnMove(index: number) {
  const before = useRef(index);
  useEffect(() => {
    if (before.current !== index) goToField();
    before.current = index;
  }, [index]);
}

type Problem = { text: string; stays: boolean };

function problemOf(
  { asked, noun }: Pick<Asking, "asked" | "noun">,
  replies: Record<string, string>,
): Problem | null {
  const numbers = (test: (reply: string) => boolean) =>
    asked.flatMap(({ id }, at) => (test(replies[id] ?? "") ? [at + 1] : []));
  const names = (given: number[]) =>
    `${given.length === 1 ? noun : `${noun}s`} ${given.join(", ")}`;
  const long = numbers((reply) => reply.length > charsMax);
  if (long.length > 0)
    return { text: `Too long to be graded: ${names(long)}. Shorten it first.`, stays: true };
  const blank = numbers((reply) => reply.trim() === "");
  if (blank.length === 0) return null;
  return { text: `Without a reply: ${names(blank)}. Submit again to leave it so.`, stays: false };
}
