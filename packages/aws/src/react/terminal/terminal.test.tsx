import { Announcer } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { completeCommand } from "../../terminal/complete/complete.ts";
import { Terminal, type TerminalProps } from "./terminal.tsx";
import type { TerminalEntry } from "./types.ts";

const entry = (line: string, over: Partial<TerminalEntry> = {}): TerminalEntry => ({
  line,
  stdout: `ran ${line}\n`,
  stderr: "",
  exit: 0,
  note: null,
  ...over,
});

/** What was run, and what lets the running command end. */
const held: { lines: string[]; ends: (() => void)[]; waits: boolean } = {
  lines: [],
  ends: [],
  waits: false,
};
beforeEach(() => {
  Object.assign(held, { lines: [], ends: [], waits: false });
});

type OwnerProps = Partial<TerminalProps> & {
  start?: TerminalEntry[];
  answer?: (line: string) => TerminalEntry;
};

/** What a kind does: it keeps what was run. */
function Owner({ start, answer = entry, ...over }: OwnerProps) {
  const [entries, setEntries] = useState(start ?? []);
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (line: string) => {
    setBusy("Running");
    held.lines.push(line);
    if (held.waits) await new Promise<void>((end) => held.ends.push(end));
    setBusy(null);
    setEntries((before) => [...before, answer(line)]);
  };
  return (
    <>
      <a href="#before">before</a>
      <div style={{ display: "flex", height: 500 }}>
        <Terminal
          entries={entries}
          prompt="$"
          busy={busy}
          onRun={run}
          completions={(text, caret) =>
            completeCommand({
              text,
              caret,
              files: ["policy.json"],
              outputs: entries.map(({ stdout }) => stdout),
            })
          }
          disabled={false}
          {...over}
        />
      </div>
      <a href="#after">after</a>
      <Announcer />
    </>
  );
}

const field = () => page.getByRole("textbox", { name: "Command" });
const value = () => (field().element() as HTMLTextAreaElement).value;
const type = async (keys: string) => {
  await field().click();
  await userEvent.keyboard(keys);
};
/** What a clipboard does: the browser's own event puts the text in. */
const paste = async (text: string) => {
  await field().click();
  document.execCommand("insertText", false, text);
};

test("a command is run, and its end is said with its exit code", async () => {
  await render(<Owner answer={(line) => entry(line, { exit: 255, stderr: "AccessDenied" })} />);
  await type("aws sts get-caller-identity{Enter}");
  await expect.element(page.getByText("ran aws sts get-caller-identity")).toBeVisible();
  expect(value()).toBe("");
  await expect.element(page.getByText("exit 255")).toBeVisible();
  await expect
    .element(page.getByRole("group", { name: "Error output" }))
    .toHaveTextContent("AccessDenied");
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("Ended with exit code 255, 1 lines printed.");
});

test("the history is walked and searched", async () => {
  await render(<Owner start={[entry("aws s3 ls"), entry("aws iam list-users"), entry("ls")]} />);
  await type("dra{ArrowUp}{ArrowUp}");
  expect(value()).toBe("aws iam list-users");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(value()).toBe("dra");
  await field().fill("aws");
  await userEvent.keyboard("{Control>}rr{/Control}");
  expect(value()).toBe("aws s3 ls");
});

test("Tab completes, offers, and goes through what is offered", async () => {
  await render(<Owner />);
  await type("aws st{Tab}get-c{Tab}");
  expect(value()).toBe("aws sts get-caller-identity ");
  await field().fill("aws iam get-user");
  await userEvent.keyboard("{Tab}");
  const offered = page.getByRole("list", { name: "Completions" });
  await expect.element(offered).toHaveTextContent("get-user-policy");
  await userEvent.keyboard("{Tab}{Tab}");
  expect(value()).toBe("aws iam get-user-policy");
  await userEvent.keyboard(" ");
  expect(offered.query()).toBeNull();
});

test("a name that was printed is completed, a click puts one in", async () => {
  await render(<Owner start={[entry("aws", { stdout: "parcel-build parcel-deploy" })]} />);
  await type("aws iam get-user --user-name par{Tab}");
  expect(value()).toBe("aws iam get-user --user-name parcel-");
  await page.getByRole("button", { name: "parcel-deploy" }).click();
  expect(value()).toBe("aws iam get-user --user-name parcel-deploy");
  await expect.element(field()).toHaveFocus();
});

test.each<[string, string, boolean, string]>([
  ["an empty line", "{Tab}", true, "after"],
  ["Escape first", "aws st{Escape}{Tab}", true, "Run"],
  ["backwards", "aws st{Shift>}{Tab}{/Shift}", true, "Terminal output"],
  ["no completions", "aws st{Tab}", false, "Run"],
])("the field is left by keyboard: %s", async (_, keys, completes, to) => {
  await render(<Owner {...(!completes && { completions: null })} />);
  await type(keys);
  await expect.element(field()).not.toHaveFocus();
  const { activeElement } = document;
  expect(activeElement?.getAttribute("aria-label") ?? activeElement?.textContent).toBe(to);
});

test("several pasted lines are shown, then run one after the other", async () => {
  held.waits = true;
  await render(<Owner />);
  await paste("ls\ncat > p.json <<'EOF'\n{}\n\nEOF\npwd\n");
  await expect.element(page.getByText(/^3 commands: Enter runs them/)).toBeVisible();
  expect(held.lines).toEqual([]);
  await userEvent.keyboard("{Enter}");
  const next = page.getByRole("region", { name: "To follow" });
  await expect.element(next).toHaveTextContent("pwd");
  expect(held.lines).toEqual(["ls"]);
  held.ends[0]?.();
  await expect.poll(() => held.lines).toEqual(["ls", "cat > p.json <<'EOF'\n{}\n\nEOF"]);
  await page.getByRole("button", { name: "Leave these out" }).click();
  held.ends[1]?.();
  await expect.element(page.getByText("ran ls")).toBeVisible();
  await expect.poll(() => page.getByText("Running…").query()).toBeNull();
  expect(held.lines).toHaveLength(2);
});

test("what is unfinished goes on in the next line", async () => {
  await render(<Owner />);
  await type("echo 'a{Enter}b'{Shift>}{Enter}{/Shift}ls{Enter}");
  await expect.poll(() => held.lines).toEqual(["echo 'a\nb'", "ls"]);
});

test("a command that is refused stands in the field again, with what would have followed", async () => {
  const refused = Object.assign(new Error("The server is gone."), { next: "Start it." });
  await render(<Owner onRun={() => Promise.reject(refused)} />);
  await paste("ls\npwd");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("The server is gone. Start it.");
  expect(value()).toBe("ls\npwd");
});

test("a running command says for how long, and what is typed meanwhile waits", async () => {
  held.waits = true;
  await render(<Owner />);
  await type("ls{Enter}pwd{Enter}");
  await expect.element(page.getByText(/Running… 1 s/)).toBeVisible();
  expect(held.lines).toEqual(["ls"]);
  held.ends[0]?.();
  await expect.poll(() => held.lines).toEqual(["ls", "pwd"]);
  held.ends[1]?.();
});

test("Ctrl+C clears the line, stops a command that can be stopped, and copies what is marked", async () => {
  held.waits = true;
  const onInterrupt = vi.fn<() => void>();
  await render(<Owner onInterrupt={onInterrupt} />);
  await type("ls{Control>}a{/Control}{Control>}c{/Control}");
  expect(value()).toBe("ls");
  await userEvent.keyboard("{End}{Control>}c{/Control}");
  expect(value()).toBe("");
  await type("ls{Enter}{Control>}c{/Control}");
  expect(onInterrupt).toHaveBeenCalledOnce();
  held.ends[0]?.();
});

test("long output is cut until it is asked for", async () => {
  const stdout = Array.from({ length: 3_000 }, (_, at) => `line ${at + 1} ${"x".repeat(50)}`);
  await render(<Owner start={[entry("long", { stdout: `${stdout.join("\n")}\n` })]} />);
  expect(page.getByText("line 401 ").query()).toBeNull();
  await page.getByRole("button", { name: "Show all 3000 lines" }).click();
  await expect.element(page.getByText(/line 3000 /)).toBeInTheDocument();
});

test("a wide output scrolls inside, and the page does not", async () => {
  await page.viewport(390, 800);
  await render(<Owner start={[entry("wide", { stdout: "x".repeat(2_000) })]} />);
  const log = page.getByRole("region", { name: "Terminal output" }).element();
  expect(log.scrollWidth).toBeGreaterThan(log.clientWidth);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await page.viewport(414, 896);
});

test("the newest output is in sight", async () => {
  const stdout = "line\n".repeat(200);
  await render(
    <Owner start={[entry("first", { stdout })]} answer={() => entry("x", { stdout })} />,
  );
  await type("x{Enter}");
  const log = page.getByRole("region", { name: "Terminal output" }).element();
  await expect.poll(() => log.querySelectorAll("li").length).toBe(2);
  await expect.poll(() => log.scrollHeight - log.scrollTop - log.clientHeight).toBeLessThan(2);
});

test("nothing is typed where it is disabled", async () => {
  await render(<Owner disabled />);
  await expect.element(field()).toBeDisabled();
  await expect.element(page.getByRole("button", { name: "Run" })).toBeDisabled();
});
