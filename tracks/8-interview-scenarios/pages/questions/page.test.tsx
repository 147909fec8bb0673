import {
  Announcer,
  useActionKeys,
  type ListedDrill,
  type PageLinkProps,
  type PageProps,
} from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { attemptWith, passedAttempt, questionWith, shownAttempt } from "./fixture.ts";
import QuestionsPage from "./page.tsx";

const bank = [
  questionWith({ id: "xss", title: "Kinds of XSS", core: true, panel: true }),
  questionWith({ id: "csrf", title: "CSRF", status: "draft", attempts: [attemptWith()] }),
  questionWith({ id: "tls", topic: "tls", title: "A handshake", attempts: [passedAttempt()] }),
  questionWith({ id: "ddos", topic: "ddos", title: "A flood", attempts: [shownAttempt()] }),
];

/** What the page asked for, in order. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

const Link = ({ to, className, children }: PageLinkProps) => (
  <a className={className} href={"drill" in to ? `#drill-${to.drill}` : `#attempt-${to.attempt}`}>
    {children}
  </a>
);

const noFilter = {};

type ShellProps = { drills?: readonly ListedDrill[] } & Partial<
  Pick<PageProps, "starting" | "search">
>;

/** What the shell does: it holds the address, listens for keys and speaks. */
function Shell({ drills = bank, search: first = noFilter, ...rest }: ShellProps) {
  const [search, setSearch] = useState<Readonly<Record<string, string>>>(first);
  useActionKeys();
  return (
    <>
      <QuestionsPage
        drills={[...drills]}
        search={search}
        onSearch={(next, { replace = false } = {}) => {
          asked.push(`${replace ? "replace" : "push"} ${new URLSearchParams(next).toString()}`);
          setSearch(next);
        }}
        conditions="practice"
        documents={null}
        onStart={(id) => asked.push(`start ${id}`)}
        onShowAnswer={(id) => asked.push(`show ${id}`)}
        starting={{ busy: false, error: null }}
        Link={Link}
        {...rest}
      />
      <Announcer />
    </>
  );
}

const titles = () =>
  page
    .getByRole("list", { name: "Questions" })
    .getByRole("link")
    .elements()
    .map((link) => link.textContent);

test("a row tells what the question is, and what the last attempt came to", async () => {
  const screen = await render(<Shell />);
  const rows = screen.getByRole("list", { name: "Questions" }).element().children;
  const words = [...rows].map((row) => row.textContent);
  expect(words[0]).toMatch(/CSRF.*What of csrf\?.*Web.*level 2.*4 to 6 min.*draft: not counted/);
  expect(words[0]).toMatch(/Not passed: 40 to 60 of 100, 21 November/);
  expect(words[1]).toMatch(/on the preparation list.*asked by every panel/);
  expect(words[1]).not.toContain("assed");
  expect(words[2]).toContain("Passed: 72 to 90 of 100");
  expect(words[3]).toContain("Answer shown, 21 November");
  await expect
    .element(screen.getByRole("link", { name: "CSRF" }))
    .toHaveAttribute("href", "#drill-csrf");
});

test("choices narrow the list, are told, and each is a step in the address", async () => {
  const screen = await render(<Shell />);
  await expect.element(screen.getByText("4 questions")).toBeVisible();
  await expect.element(screen.getByRole("option", { name: "Web (2)" })).toBeInTheDocument();
  await screen.getByLabelText("Topic").selectOptions("web");
  await screen.getByLabelText("On the preparation list (1)").click();
  await expect.element(screen.getByText("1 of 4 questions", { exact: true })).toBeVisible();
  expect(titles()).toEqual(["Kinds of XSS"]);
  expect(asked).toEqual(["push topic=web", "push topic=web&core=yes"]);
  await expect.element(screen.getByRole("status")).toHaveTextContent("1 question.");
  await screen.getByRole("button", { name: "Clear filters" }).click();
  await expect.element(screen.getByText("4 questions", { exact: true })).toBeVisible();
  expect(asked.at(-1)).toBe("push ");
});

test("the keyboard alone: search, on to the list, through it, and back", async () => {
  const screen = await render(<Shell />);
  await userEvent.keyboard("/");
  await expect.element(screen.getByRole("searchbox")).toHaveFocus();
  await userEvent.keyboard("web");
  await expect.element(screen.getByText("2 of 4 questions", { exact: true })).toBeVisible();
  expect(asked.every((one) => one.startsWith("replace q="))).toBe(true);
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("link", { name: "CSRF" })).toHaveFocus();
  await userEvent.keyboard("j");
  await expect.element(screen.getByRole("link", { name: "Kinds of XSS" })).toHaveFocus();
  await userEvent.keyboard("j");
  await expect.element(screen.getByRole("link", { name: "Kinds of XSS" })).toHaveFocus();
  await userEvent.keyboard("k");
  await expect.element(screen.getByRole("link", { name: "CSRF" })).toHaveFocus();
  await userEvent.keyboard("x");
  await expect.element(screen.getByText("4 questions", { exact: true })).toBeVisible();
  await expect.element(screen.getByRole("searchbox")).toHaveValue("");
});

test("a link leads to its filter; where nothing fits, it says what to do", async () => {
  const screen = await render(<Shell search={{ topic: "tls", q: "zebra" }} />);
  await expect.element(screen.getByText(/^No question fits all of this/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /Draw one/ })).toBeDisabled();
  await expect.element(screen.getByRole("searchbox")).toHaveValue("zebra");
  await expect.element(screen.getByLabelText("Topic")).toHaveValue("tls");
  await screen.getByRole("button", { name: "Clear filters" }).click();
  await expect.element(screen.getByText("4 questions", { exact: true })).toBeVisible();
});

test("practise starts; an attempt that is open goes on", async () => {
  const open = attemptWith({ id: "a7", state: "open", range: null });
  const screen = await render(
    <Shell drills={[...bank, questionWith({ id: "sso", attempts: [open] })]} />,
  );
  await screen.getByRole("button", { name: "Practise CSRF" }).click();
  expect(asked).toEqual(["start csrf"]);
  await expect
    .element(screen.getByRole("link", { name: "Continue Title sso" }))
    .toHaveAttribute("href", "#attempt-a7");
});

test("the reviewed answer is shown only once its cost was told", async () => {
  const screen = await render(<Shell />);
  await screen.getByRole("button", { name: "Show the reviewed answer CSRF" }).click();
  await expect.element(screen.getByRole("dialog")).toHaveTextContent("proves nothing for 14 days");
  expect(asked).toEqual([]);
  await screen.getByRole("button", { name: "Cancel" }).click();
  expect(asked).toEqual([]);
  await screen.getByRole("button", { name: "Show the reviewed answer CSRF" }).click();
  await screen
    .getByRole("dialog")
    .getByRole("button", { name: "Show the reviewed answer" })
    .click();
  expect(asked).toEqual(["show csrf"]);
});

test("drawn is what fits, and what was never practised first", async () => {
  const screen = await render(<Shell search={{ topic: "web" }} />);
  await screen.getByRole("button", { name: "Draw one for me" }).click();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("d");
  expect(asked).toEqual(["start xss", "start xss"]);
});

test("what could not be started says why", async () => {
  const error = { message: "The server does not answer.", next: "Start it again." };
  const screen = await render(<Shell starting={{ busy: false, error }} />);
  await expect.element(screen.getByRole("alert")).toHaveTextContent("The server does not answer.");
});

test("an empty bank says so", async () => {
  const screen = await render(<Shell drills={[]} />);
  await expect.element(screen.getByText(/^No question is here yet/)).toBeVisible();
});
