import "@loopwright/ui/base.css";

import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { DimensionView, ReadinessView } from "@loopwright/server";
import { queries, queryClient } from "../../api/queries.ts";
import { ReadinessPage } from "./readiness-page.tsx";

const days = Array.from({ length: 26 }, (_, week) =>
  new Date(Date.UTC(2026, 5, 1) + week * 7 * 86_400_000).toISOString().slice(0, 10),
);

const dimension = (id: string, over: Partial<DimensionView> = {}): DimensionView => ({
  id,
  group: "stride",
  title: `About ${id}`,
  level: 0,
  definition: "No evidence: nothing counts.",
  status: "0 of 5 drills in 30 days",
  evidence: [],
  next: {
    words: "Begun takes 1 more drill.",
    drills: [
      { id: "order-api", title: "The order API", kindTitle: "Review", level: 2, minutes: 10 },
    ],
  },
  decaysOn: null,
  measurable: true,
  progress: 0,
  ...over,
});
const proof = (n: number) => ({
  attemptId: `t${n}`,
  title: `Proof ${n}`,
  kindTitle: "Review",
  level: 3 as const,
  timedMs: 372_000,
  age: "2 days ago",
});
const ready = dimension("line-a", {
  group: "line",
  level: 3,
  definition: "Ready: at least 4 different drills.",
  status: "4 drills, newest 2 days ago",
  evidence: Array.from({ length: 10 }, (_, index) => proof(index)),
  next: null,
  decaysOn: "2026-12-21",
});
const unmeasured = dimension("line-b", {
  group: "line",
  measurable: false,
  definition: "No track of this version measures it.",
  status: "No track of this version measures it.",
  next: null,
});
const spoofing = dimension("stride-spoofing");
const levels = (last: 0 | 3) => days.map((_, week) => (week > 20 ? last : 0));
const view: ReadinessView = {
  today: "2026-11-23",
  dimensions: [ready, unmeasured, spoofing],
  history: {
    days,
    levels: { "line-a": levels(3), "line-b": levels(0), "stride-spoofing": levels(0) },
  },
};

async function show(path: string, shown: ReadinessView = view) {
  queryClient.setQueryData(queries.readiness().queryKey, shown);
  const root = createRootRoute({ component: Outlet });
  const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Outlet });
  const readiness = createRoute({
    getParentRoute: () => shell,
    path: "/readiness",
    component: ReadinessPage,
  });
  const elsewhere = ["/drills/$drillId", "/attempts/$attemptId/{-$stage}"].map((to) =>
    createRoute({ getParentRoute: () => shell, path: to, component: () => <p>Elsewhere</p> }),
  );
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren([readiness, ...elsewhere])]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return router;
}

const summary = (title: string) => page.getByText(title, { exact: true });

test("says level and status of each row, in words", async () => {
  await show("/readiness");
  const row = (id: string) => document.getElementById(id)?.querySelector("summary")?.textContent;
  await expect.element(page.getByText("1 of 2 lines are proven")).toBeVisible();
  expect(row("line-a")).toBe("Proven: About line-aReady4 drills, newest 2 days ago");
  expect(row("line-b")).toContain("Not measured");
  expect(row("stride-spoofing")).toBe("About stride-spoofingNo evidence0 of 5 drills in 30 days");
  await expect.element(page.getByText("1 drill in 120 days")).toBeVisible();
});

test("a row opens to definition, proof, decay and the way on, and the address follows", async () => {
  const router = await show("/readiness");
  await summary("About line-a").click();
  await expect.element(page.getByText("Ready: at least 4 different drills.")).toBeVisible();
  await expect.element(page.getByText(/On 21 December it falls back from ready/)).toBeVisible();
  await expect
    .element(page.getByRole("link", { name: "Proof 0" }))
    .toHaveAttribute("href", "/attempts/t0");
  expect(page.getByRole("link", { name: "Proof 9" }).query()).toBeNull();
  await page.getByText("2 older").click();
  await expect.element(page.getByRole("link", { name: "Proof 9" })).toBeVisible();
  expect(router.state.location.search).toEqual({ open: "line-a" });

  await summary("About line-a").click();
  await expect
    .element(page.getByText("Ready: at least 4 different drills."))
    .not.toBeInTheDocument();
  expect(router.state.location.search).toEqual({});
});

test("the keyboard opens a row as a click does", async () => {
  await show("/readiness");
  await expect.element(summary("About stride-spoofing")).toBeVisible();
  document.querySelector<HTMLElement>("#stride-spoofing summary")?.focus();
  await userEvent.keyboard("{Enter}");
  await expect
    .element(page.getByRole("link", { name: "The order API" }))
    .toHaveAttribute("href", "/drills/order-api");
});

test.each([
  ["a dimension", "stride-spoofing", true],
  ["one that is none", "stride-sleeping", false],
])("a link to %s opens it where there is one", async (_what, id, opens) => {
  await show(`/readiness?open=${id}`);
  await expect.element(summary("About stride-spoofing")).toBeVisible();
  expect(document.getElementById("stride-spoofing")?.hasAttribute("open")).toBe(opens);
});

test("a chart has its table behind it, and is not there before there is anything to draw", async () => {
  await show("/readiness");
  await expect.poll(() => document.querySelectorAll("svg .recharts-bar").length).toBe(3);
  await page.getByText("As a table").first().click();
  const cells = [...document.querySelectorAll("table tbody tr")].map((row) => row.textContent);
  expect(cells).toHaveLength(26);
  expect(cells[0]).toBe("23 November100");
  expect(cells[25]).toContain("1 June");
});

test("before the first pass, words stand in the place of the chart", async () => {
  const none = { "line-a": levels(0), "stride-spoofing": levels(0) };
  await show("/readiness", { ...view, history: { days, levels: none } });
  await expect.element(page.getByText(/Nothing is proven yet/)).toBeVisible();
  expect(document.querySelector("figure")).toBeNull();
});

test("paper has every row open", async () => {
  await show("/readiness");
  await expect.element(summary("About line-a")).toBeVisible();
  const open = () => document.querySelectorAll("details[id][open]").length;
  expect(open()).toBe(0);
  window.dispatchEvent(new Event("beforeprint"));
  expect(open()).toBe(3);
  window.dispatchEvent(new Event("afterprint"));
  await expect.poll(open).toBe(0);
});
