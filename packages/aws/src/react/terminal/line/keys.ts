import type { KeyboardEvent } from "react";

import type { Completions } from "../types.ts";
import { newer, older, searched } from "./history.ts";
import type { LineField } from "./use-line.ts";

type Given = {
  line: LineField;
  history: readonly string[];
  completions: Completions | null;
  onEnter: () => void;
  onInterrupt: () => void;
};

/** The keys of the field, as terminals have them. What is not taken stays the browser's. */
export function onKey(event: KeyboardEvent<HTMLTextAreaElement>, given: Given): void {
  const { key, nativeEvent } = event;
  if (nativeEvent.isComposing || event.altKey || event.metaKey) return;
  const taken = event.ctrlKey ? control(event, given) : plain(key, event.shiftKey, given);
  if (taken) event.preventDefault();
}

function control(
  { key, shiftKey, currentTarget }: KeyboardEvent<HTMLTextAreaElement>,
  given: Given,
) {
  if (shiftKey) return false;
  if (key === "r") return walk(searched, given);
  if (key !== "c" || isSelecting(currentTarget)) return false;
  given.onInterrupt();
  return true;
}

/** What is marked is to be copied. */
const isSelecting = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): boolean =>
  selectionStart !== selectionEnd || window.getSelection()?.isCollapsed === false;

function plain(key: string, shift: boolean, given: Given): boolean {
  if (key === "Enter" && !shift) {
    given.onEnter();
    return true;
  }
  if (key === "Tab" && !shift) return tab(given);
  if (key === "Escape") given.line.leave();
  if (key === "ArrowUp" && !shift && isAtEdge(given, "before")) return walk(older, given);
  if (key === "ArrowDown" && !shift && isAtEdge(given, "after")) return walk(newer, given);
  return false;
}

/** In a text of several lines the arrows move among them first. */
function isAtEdge({ line }: Given, side: "before" | "after"): boolean {
  const { text } = line.state;
  const rest = side === "before" ? text.slice(0, line.caret()) : text.slice(line.caret());
  return !rest.includes("\n");
}

function walk(step: typeof older, { line, history }: Given): boolean {
  const moved = step(history, line.state);
  if (moved) line.put(moved.text, moved.past);
  return true;
}

/** An empty line has nothing to complete, and after Escape Tab is the browser's: nobody is kept in the field. */
function tab({ line, completions }: Given): boolean {
  const { text, leaving, offered } = line.state;
  if (!completions || leaving || text.trim() === "") return false;
  if (offered) line.choose();
  else line.complete(completions);
  return true;
}
