import { classNames, Kbd, useActions } from "@loopwright/ui";
import type { KeyboardEvent } from "react";

import type { AnswerIn } from "../../answer.ts";
import type { ChooseBrief } from "../../brief.ts";
import { InlineCode } from "../inline-code.tsx";
import styles from "./choose-field.module.css";

type ChooseFieldProps = {
  brief: ChooseBrief;
  draft: AnswerIn<"choose"> | null;
  onDraft: (draft: AnswerIn<"choose">) => void;
};

/** All options with a box before each; the number before the box is its key. */
export function ChooseField({ brief, draft, onDraft }: ChooseFieldProps) {
  const chosen = draft?.chosen ?? [];
  const toggle = (id: string) => {
    const others = chosen.filter((one) => one !== id);
    const next = chosen.includes(id) ? others : [...chosen, id];
    onDraft({ form: "choose", chosen: next });
  };
  useActions(
    brief.options.map(({ id }, index) => ({
      id: `item.option-${index + 1}`,
      title: `Choose option ${index + 1}, or take it back`,
      keys: String(index + 1),
      group: "This item",
      run: () => toggle(id),
    })),
  );
  /** The page leaves plain keys to a field that has the focus, and a box is one. */
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const option = brief.options[Number(key) - 1];
    if (!option || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    toggle(option.id);
  };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>Choose all that apply</legend>
      <ol>
        {brief.options.map(({ id, text }, index) => (
          <li key={id}>
            <label className={classNames(styles.option, chosen.includes(id) && styles.chosen)}>
              <input
                type="checkbox"
                className={styles.box}
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
                onKeyDown={onKeyDown}
              />
              <span className={styles.text}>
                <InlineCode text={text} />
              </span>
              <span className={styles.key} aria-hidden="true">
                <Kbd keys={String(index + 1)} />
              </span>
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
