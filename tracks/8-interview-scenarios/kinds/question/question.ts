/** The question: what stands in brief.md before its first task. */
export function questionOf(text: string): string {
  const task = text.search(/^## \d+\. /m);
  return (task === -1 ? text : text.slice(0, task)).trim();
}
