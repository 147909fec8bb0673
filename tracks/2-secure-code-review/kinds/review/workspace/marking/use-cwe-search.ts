import { useState, type KeyboardEvent } from "react";

import type { Weakness } from "../../cwe/cwe.ts";
import { searchCwe } from "../../cwe/search.ts";

const shownMax = 8;

/** State of the combobox: what is typed, what fits, and which of it Enter would take. */
export function useCweSearch(onChange: (value: number | null) => void) {
  // Null while the field shows what was chosen; text while something is being looked for.
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found = query === null ? [] : searchCwe(query, shownMax);

  const close = () => setQuery(null);
  const choose = ({ id }: Weakness) => {
    onChange(id);
    close();
  };
  const type = (text: string) => {
    setQuery(text);
    setActive(0);
    if (text.trim() === "") onChange(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (!chosen) return;
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "Escape") {
      // Closes the list only; the next Escape closes the form.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return { query, active, found, close, choose, type, onKeyDown };
}
