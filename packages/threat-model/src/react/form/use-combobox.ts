import { useState, type KeyboardEvent } from "react";

import type { Parsed } from "./parsed.ts";
import { exactOption, searchOptions, type Option } from "./search-options.ts";

export type ComboboxOptions = {
  options: readonly Option[];
  onChoose: (id: string) => void;
  /** Makes an id of a text that is none of the options; left out, only options count. */
  free?: ((text: string) => Parsed<string>) | undefined;
  /** The field was emptied. Left out, an empty field means that nothing was typed. */
  onClear?: (() => void) | undefined;
  /** Backspace in an empty field. */
  onBack?: (() => void) | undefined;
};

const shownMax = 200;

/** State of a combobox: what is typed, what fits, and which of it Enter takes. */
export function useCombobox({ options, onChoose, free, onClear, onBack }: ComboboxOptions) {
  // Null while nothing is being looked for and the field shows what was chosen.
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = open ? withFree(searchOptions(options, query ?? ""), query ?? "", free) : [];
  const shown = found.slice(0, shownMax);

  const close = () => setOpen(false);
  const show = () => {
    setOpen(true);
    setActive(0);
  };
  const reset = () => {
    close();
    setQuery(null);
  };
  const choose = (id: string) => {
    reset();
    onChoose(id);
  };
  const type = (text: string) => {
    setQuery(text);
    show();
  };
  /** A text that names one of them is taken; any other stays, with the reason. */
  const leave = () => {
    close();
    const text = query?.trim() ?? "";
    if (query === null) return;
    if (text === "") {
      onClear?.();
      return setQuery(null);
    }
    const named = exactOption(options, text) ?? withFree([], text, free)[0];
    if (named) choose(named.id);
  };
  const problem =
    query !== null && query.trim() !== "" && !open ? noneFits(query.trim(), free) : null;
  const step = (by: number) =>
    open ? setActive((active + by + shown.length) % Math.max(shown.length, 1)) : show();
  const onKeyDown = keyHandler({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: open && shown[active] ? () => choose(shown[active]!.id) : undefined,
    // Closes the list only; what lies around keeps its own Escape.
    Escape: open || query !== null ? reset : undefined,
    Backspace: (query ?? "") === "" ? onBack : undefined,
  });
  return { query, open, active, shown, problem, show, choose, type, leave, onKeyDown };
}

const keyHandler =
  (keys: Readonly<Record<string, (() => void) | undefined>>) => (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

function withFree(
  found: Option[],
  query: string,
  free: ((text: string) => Parsed<string>) | undefined,
): Option[] {
  if (!free || query.trim() === "" || exactOption(found, query)) return found;
  const made = free(query);
  return "value" in made ? [...found, { id: made.value, title: `Use “${query.trim()}”` }] : found;
}

function noneFits(text: string, free: ((text: string) => Parsed<string>) | undefined): string {
  const made = free?.(text);
  return made !== undefined && "problem" in made
    ? made.problem
    : `Nothing is called “${text}”. Choose from the list, or clear the field.`;
}
