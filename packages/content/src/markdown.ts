import type { Task } from "@loopwright/core";

const taskAt = /^## (\d+)\. (.+)$/gm;

/** Tasks of brief.md: "## 1. Find". */
export const tasksOf = (text: string): Task[] =>
  [...text.matchAll(taskAt)].map(([, number, title]) => ({
    number: Number(number),
    title: (title ?? "").trim(),
  }));

/** hints.md: the same numbered headings; hints of a task are parted by lines of "---". */
export function hintsOf(text: string): { task: number; text: string }[] {
  const sections = text.split(/^(?=## \d+\. )/m).filter((part) => part.startsWith("## "));
  return sections.flatMap((section) => {
    const task = Number(/^## (\d+)/.exec(section)?.[1]);
    const body = section.slice(section.indexOf("\n") + 1);
    return body
      .split(/^---$/m)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((hint) => ({ task, text: hint }));
  });
}

/** A note.md: its first heading and what follows. */
export function titledNote(text: string, fallback: string): { title: string; note: string } {
  const match = /^# (.+)\n?/.exec(text.trimStart());
  if (!match) return { title: fallback, note: text.trim() };
  return { title: (match[1] ?? "").trim(), note: text.trimStart().slice(match[0].length).trim() };
}
