import "@loopwright/ui/base.css";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { useRef, useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { SearchGroup, SearchView } from "@loopwright/server";
import { moveBetweenHits } from "./hit-keys.ts";
import { foundWords, Results } from "./results.tsx";
import { SearchField } from "./search-field.tsx";

const text = (words: string, ...ranges: [number, number][]) => ({ text: words, ranges });

const view: SearchView = {
  total: 9,
  partly: false,
  nearest: [],
  groups: [
    {
      group: "guide",
      total: 1,
      hits: [
        {
          id: "guide a",
          target: { group: "guide", trackId: "t", slug: "iam", anchor: "roles-and-trust" },
          title: text("IAM"),
          heading: text("Roles and trust", [0, 5]),
          excerpt: text("A role has two <b>doors</b>.", [2, 6]),
        },
      ],
    },
    {
      group: "drill",
      total: 7,
      hits: [
        {
          id: "drill b",
          target: { group: "drill", trackId: "t", drillId: "b", kindTitle: "Policy", level: 2 },
          title: text("A role for the bookkeeper", [2, 6]),
          heading: text(""),
          excerpt: text(""),
        },
      ],
    },
    {
      group: "card",
      total: 1,
      hits: [
        {
          id: "card c",
          target: {
            group: "card",
            cardId: "c",
            back: "Both sides must allow.",
            source: "https://docs.example/role",
            asOf: "2026-11-22",
          },
          title: text("Who may assume a role?"),
          heading: text(""),
          excerpt: text("… must allow."),
        },
      ],
    },
  ],
};

type ShellProps = { found?: SearchView; kind?: SearchGroup };

function Shell({ found = view, kind }: ShellProps) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- as the page does
    <div onKeyDown={moveBetweenHits}>
      <SearchField ref={field} text={typed} onText={setTyped} note="It covers all." />
      <output aria-label="Asked">{typed}</output>
      <Results found={found} q="role" kind={kind} />
    </div>
  );
}

/** With the routes that results lead to. */
async function open(props: ShellProps = {}) {
  const root = createRootRoute();
  const routes = ["/library", "/drills/$drillId", "/tracks/$trackId/guides/$slug"].map((path) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: path === "/library" ? () => <Shell {...props} /> : () => <p>Left</p>,
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ["/library"] }),
  });
  await render(<RouterProvider router={router as never} />);
  await page.getByRole("searchbox", { name: "Search" }).click();
  return () => router.state.location.href;
}

const focused = () => document.activeElement?.textContent;

test("up and down walk through all results and back to the field", async () => {
  await open();
  const walk = [];
  for (const key of ["Down", "Down", "Down", "Down", "Up", "Up", "Up"]) {
    await userEvent.keyboard(`{Arrow${key}}`);
    walk.push(focused());
  }
  const [guide, drill, card] = [
    "Roles and trust in IAM",
    "A role for the bookkeeper",
    "Who may assume a role?",
  ];
  expect(walk).toEqual([guide, drill, card, card, drill, guide, ""]);
  await expect.element(page.getByRole("searchbox")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Escape}");
  await expect.element(page.getByRole("searchbox")).toHaveFocus();
});

test.each([
  ["from the field, the first result", "{Enter}", "/tracks/t/guides/iam#roles-and-trust"],
  ["on a result, that one", "{ArrowDown}{ArrowDown}{Enter}", "/drills/b"],
])("Enter opens, %s", async (_name, keys, expected) => {
  const where = await open();
  await userEvent.keyboard(keys);
  await expect.poll(where).toBe(expected);
});

test("a card opens where it stands, with what it rests on", async () => {
  await open();
  const front = page.getByRole("button", { name: "Who may assume a role?" });
  await expect.element(front).toHaveAttribute("aria-expanded", "false");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{Enter}");
  await expect.element(front).toHaveAttribute("aria-expanded", "true");
  await expect.element(page.getByText("Both sides must allow.")).toBeVisible();
  await expect
    .element(page.getByRole("link", { name: "docs.example" }))
    .toHaveAttribute("href", "https://docs.example/role");
});

test("what was found is marked, and what looks like markup is text", async () => {
  await open();
  const marks = [...document.querySelectorAll("mark")].map((one) => one.textContent);
  expect(marks).toEqual(["Roles", "role", "role"]);
  await expect.element(page.getByText("two <b>doors</b>.")).toBeVisible();
});

test("the rest of a group is one step away, and so is everything", async () => {
  const where = await open();
  await page.getByRole("link", { name: "Show all 7" }).click();
  expect(where()).toContain("kind=drill");
});

test.each<[string, ShellProps, RegExp]>([
  ["too many of one group", { kind: "drill" }, /The first 1 are shown/],
  ["one group of several", { kind: "drill" }, /Search all of the library/],
  [
    "nothing, but near words",
    { found: { groups: [], total: 0, partly: false, nearest: ["policy"] } },
    /Nearest in the library:policy/,
  ],
  [
    "some of the words, and a near one",
    { found: { ...view, partly: true, nearest: ["bucket"] } },
    /Nearest in the library:bucket/,
  ],
  [
    "nothing at all",
    { found: { groups: [], total: 0, partly: false, nearest: [] } },
    /Fewer words, or the name of a service/,
  ],
])("%s", async (_name, props, words) => {
  await open(props);
  expect(document.body.textContent).toMatch(words);
});

test.each([
  [{ total: 0, partly: false }, "Nothing found."],
  [{ total: 3, partly: true }, "No text has all of these words; 3 have some."],
  [{ total: 3, partly: false }, "3 found."],
])("%j is told as %j", (found, words) => {
  expect(foundWords({ ...view, ...found })).toBe(words);
});

test("typing asks once, when it rests", async () => {
  await open();
  await userEvent.keyboard("iam role");
  await expect.element(page.getByLabelText("Asked")).toHaveTextContent("iam role");
  await expect.element(page.getByRole("searchbox")).toHaveValue("iam role");
});
