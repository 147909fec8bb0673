import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import "../base.css";
import { goToMark, MarkedText } from "./marked-text.tsx";
import type { MarkTone, TextMark } from "./segments.ts";

const text = "First this. Then that. At last <b>it</b>.";
const markOf = (words: string, tone: MarkTone, label: string): TextMark => {
  const start = text.indexOf(words);
  const says = `Point ${label}`;
  return { id: `p${label}`, start, end: start + words.length, tone, label, says };
};
const marks = [
  markOf("First this.", "met", "1"),
  markOf("Then that.", "error", "2"),
  markOf("<b>it</b>", "unsure", "3"),
];

function Shown({ onMark }: { onMark?: (id: string) => void }) {
  const [active, setActive] = useState<string | null>(null);
  return (
    <>
      <MarkedText {...{ text, marks, active }} onActive={setActive} {...(onMark && { onMark })} />
      <p data-testid="active">{active}</p>
    </>
  );
}

const active = () => page.getByTestId("active");
const place = (words: string) => page.getByText(words, { exact: true });

test("markup in a text stays text, and a guess has no sign", async () => {
  await render(<Shown />);
  await expect.element(place("<b>it</b>")).toBeVisible();
  expect(page.getByRole("button").elements()).toHaveLength(2);
});

test("pointing at a place or its sign tells which it is", async () => {
  await render(<Shown />);
  await userEvent.hover(place("Then that."));
  await expect.element(active()).toHaveTextContent("p2");
  await userEvent.hover(page.getByRole("button", { name: "Point 1" }));
  await expect.element(active()).toHaveTextContent("p1");
});

test("signs are reached and used by key, in the order of the text", async () => {
  const onMark = vi.fn<(id: string) => void>();
  await render(<Shown onMark={onMark} />);
  await userEvent.keyboard("{Tab}{Enter}{Tab}{Enter}");
  expect(onMark.mock.calls).toEqual([["p1"], ["p2"]]);
});

test("a place is gone to by its mark and start", async () => {
  await render(<Shown />);
  goToMark("p3", text.indexOf("<b>"));
  await expect.element(place("<b>it</b>")).toHaveFocus();
});

test("signs of one line stand below each other, each beside where its place begins", async () => {
  await render(<Shown />);
  const tops = page
    .getByRole("button")
    .elements()
    .map((sign) => sign.getBoundingClientRect().top);
  expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBe(24);
});
