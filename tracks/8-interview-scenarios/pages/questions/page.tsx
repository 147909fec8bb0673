import { Button, EmptyState, ErrorNotice, type PageProps } from "@loopwright/ui";
import { useMemo, useRef, useState } from "react";

import type { Question } from "./facets.ts";
import { FilterBar } from "./filter-bar.tsx";
import { inOrder, isEmpty } from "./filter.ts";
import styles from "./page.module.css";
import { QuestionList } from "./question-list.tsx";
import { ShowAnswer } from "./show-answer.tsx";
import { Summary } from "./summary.tsx";
import { useFilter } from "./use-filter.ts";
import { usePageActions } from "./use-page-actions.ts";

/** The question bank: all of it open. */
export default function QuestionsPage({ drills, ...rest }: PageProps) {
  // page.ts lists this kind alone.
  const all = useMemo(() => inOrder(drills as unknown as Question[]), [drills]);
  return all.length > 0 ? (
    <Bank all={all} {...rest} />
  ) : (
    <EmptyState>No question is here yet. Every drill of this kind will be listed.</EmptyState>
  );
}

type BankProps = Omit<PageProps, "drills"> & { all: Question[] };

function Bank({ all, conditions, starting, onStart, onShowAnswer, Link, ...address }: BankProps) {
  const { filter, facets, found, change, clear } = useFilter(all, address);
  const { questions, counts } = found;
  const [asked, setAsked] = useState<Question | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const clearable = isEmpty(filter) ? {} : { onClear: clear };
  const { busy, error } = starting;
  const onDraw = usePageActions({ search, list, questions, busy, onStart, ...clearable });
  return (
    <div className={styles.page}>
      <FilterBar
        ref={search}
        facets={facets}
        counts={counts}
        filter={filter}
        onChange={change}
        onLeave={() => list.current?.querySelector("a")?.focus()}
      />
      <Summary
        shown={questions.length}
        all={all.length}
        conditions={conditions}
        busy={busy}
        onDraw={onDraw}
        {...clearable}
      />
      {error && !asked && <ErrorNotice error={error} />}
      {questions.length > 0 ? (
        <QuestionList ref={list} {...{ questions, busy, onStart, Link }} onAsk={setAsked} />
      ) : (
        <NothingFits onClear={clear} />
      )}
      {asked && (
        <ShowAnswer
          question={asked}
          starting={starting}
          onConfirm={() => onShowAnswer(asked.id)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

const NothingFits = ({ onClear }: { onClear: () => void }) => (
  <EmptyState>
    <p>No question fits all of this. Take a filter away, or look for fewer words.</p>
    <Button keys="x" onClick={onClear}>
      Clear filters
    </Button>
  </EmptyState>
);
