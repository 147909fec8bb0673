import type { ListedDrill, PageLinkProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { attemptOf, drillWith } from "./fixture.ts";
import RecordPage from "./page.tsx";

const Link = ({ to, className, children }: PageLinkProps) => (
  <a className={className} href={"drill" in to ? `#drill-${to.drill}` : `#attempt-${to.attempt}`}>
    {children}
  </a>
);

const Shell = ({ drills }: { drills: ListedDrill[] }) => (
  <RecordPage
    drills={drills}
    search={{}}
    onSearch={() => undefined}
    conditions="practice"
    documents={null}
    onStart={() => undefined}
    onShowAnswer={() => undefined}
    starting={{ busy: false, error: null }}
    Link={Link}
  />
);

const graded = [
  drillWith("Orders", [
    attemptOf({ id: "b", day: 2, flaws: ["639 missed", "89 related 943"], alarms: [79] }),
    attemptOf({ id: "a", day: 1, flaws: ["639 missed", "89 listed 89"] }),
  ]),
];
const rows = () => page.getByRole("row").elements().slice(1);

test("a row tells what was found, what it was taken for, and what was missed", async () => {
  const screen = await render(<Shell drills={graded} />);
  await expect.element(screen.getByText(/^From 2 graded reviews/)).toBeVisible();
  const figures = rows().map((row) =>
    [...row.querySelectorAll("td")].map(({ textContent }) => textContent).join(" "),
  );
  // Planted, right class, other class, missed, false alarms.
  expect(figures).toEqual(["2 0 0 2 0", "2 1 1 0 0", "0 0 0 0 1"]);
  expect(rows()[1]?.textContent).toMatch(
    /^CWE-89, SQL Injection.*Taken for CWE-943, .*one step away/,
  );
});

test("its attempts are linked, the newest first", async () => {
  const screen = await render(<Shell drills={graded} />);
  await screen.getByText("2 attempts").first().click();
  const links = screen.getByRole("link").elements();
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["#attempt-b", "#attempt-a"]);
});

test("with nothing graded it says what will be here, and leads to a drill", async () => {
  const screen = await render(
    <Shell drills={[drillWith("Orders", [attemptOf({ id: "a", day: 1 })])]} />,
  );
  await expect.element(screen.getByText(/^No review is graded yet/)).toBeVisible();
  await expect
    .element(screen.getByRole("link", { name: "Begin with Orders" }))
    .toHaveAttribute("href", "#drill-orders");
});

test("on a phone nothing is wider than the screen", async () => {
  await page.viewport(390, 800);
  await render(<Shell drills={graded} />);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  expect(rows()).toHaveLength(3);
});
