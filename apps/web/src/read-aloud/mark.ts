/** Named in read-aloud.css. */
const name = "read-aloud";

/** Shows what is being read, and brings it into sight. Nothing is changed in the text itself where the browser can mark a range. */
export function mark(range: Range, element: Element): void {
  unmark();
  if ("highlights" in CSS) CSS.highlights.set(name, new Highlight(range));
  else element.setAttribute("data-read-aloud", "");
  bringIntoSight(range);
}

export function unmark(): void {
  if ("highlights" in CSS) CSS.highlights.delete(name);
  for (const one of document.querySelectorAll("[data-read-aloud]")) {
    one.removeAttribute("data-read-aloud");
  }
}

/** Room for the bar above, and for the next lines below. */
const marginPx = { top: 96, bottom: 120 };

function bringIntoSight(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= marginPx.top && bottom <= innerHeight - marginPx.bottom) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const by = top - innerHeight / 3;
  window.scrollBy({ top: by, behavior: calm ? "instant" : "smooth" });
}
