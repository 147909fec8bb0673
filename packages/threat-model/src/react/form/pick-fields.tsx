import type { ReactNode } from "react";

import { Chips } from "./chips.tsx";
import { Combobox } from "./combobox.tsx";
import { Field } from "./field.tsx";
import type { Parsed } from "./parsed.ts";
import type { Option } from "./search-options.ts";
import { useCombobox } from "./use-combobox.ts";

type PickOneProps = {
  label: string;
  /** Id of what is chosen; null shows an empty field. */
  value: string | null;
  options: readonly Option[];
  /** Null: the field was emptied, where `clearable`. */
  onChange: (id: string | null) => void;
  clearable?: boolean;
  wide?: boolean;
  free?: (text: string) => Parsed<string>;
  placeholder?: string;
  hint?: ReactNode;
};

/** One of many, by typing a part of its name. An id that is not among them is shown as it is. */
export function PickOne(props: PickOneProps) {
  const { label, value, options, onChange, clearable = false, free, placeholder, hint } = props;
  const state = useCombobox({
    options,
    free,
    onChoose: (id) => id !== value && onChange(id),
    ...(clearable && { onClear: () => value !== null && onChange(null) }),
  });
  const shown = value === null ? "" : (options.find(({ id }) => id === value)?.title ?? value);
  return (
    <Field
      label={label}
      problem={state.problem}
      wide={props.wide === true}
      {...(hint !== undefined && { hint })}
    >
      {(field, list) => (
        <Combobox
          state={state}
          field={field}
          list={list}
          label={label}
          value={shown}
          {...(placeholder !== undefined && { placeholder })}
        />
      )}
    </Field>
  );
}

type PickManyProps = {
  label: string;
  value: readonly string[];
  options: readonly Option[];
  onChange: (ids: string[]) => void;
  free?: (text: string) => Parsed<string>;
  placeholder?: string;
  hint?: ReactNode;
  /** Makes the chips lead to what they name. */
  onOpen?: (id: string) => void;
};

/** Several of many: chips for what is chosen, a field that adds to them. */
export function PickMany(props: PickManyProps) {
  const { label, value, options, onChange, free, placeholder, hint, onOpen } = props;
  const state = useCombobox({
    options: options.filter(({ id }) => !value.includes(id)),
    free,
    onChoose: (id) => !value.includes(id) && onChange([...value, id]),
    onBack: () => value.length > 0 && onChange(value.slice(0, -1)),
  });
  const titleOf = (id: string) => options.find((one) => one.id === id)?.title ?? id;
  return (
    <Field label={label} problem={state.problem} wide {...(hint !== undefined && { hint })}>
      {(field, list) => (
        <>
          <Chips
            chips={value.map((id) => ({ id, title: titleOf(id) }))}
            label={label}
            onRemove={(id) => onChange(value.filter((one) => one !== id))}
            {...(onOpen && { onOpen })}
          />
          <Combobox
            state={state}
            field={field}
            list={list}
            label={label}
            {...(placeholder !== undefined && { placeholder })}
          />
        </>
      )}
    </Field>
  );
}

type WordsFieldProps = Omit<PickManyProps, "options" | "onOpen"> & {
  /** Words that are often meant. */
  suggestions?: readonly string[];
};

/** Any words, some of them suggested. */
export const WordsField = ({ suggestions = none, ...props }: WordsFieldProps) => (
  <PickMany
    free={parseWord}
    {...props}
    options={[...new Set([...suggestions, ...props.value])].map((one) => ({ id: one, title: one }))}
  />
);

const none: readonly string[] = [];
const wordMax = 100;

const parseWord = (text: string): Parsed<string> =>
  text.trim().length <= wordMax
    ? { value: text.trim() }
    : { problem: `At most ${wordMax} characters fit.` };
