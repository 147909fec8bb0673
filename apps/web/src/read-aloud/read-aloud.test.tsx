import "@loopwright/ui/base.css";
import { useActionKeys } from "@loopwright/ui";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { blocksIn } from "./blocks.ts";
import { ReadAloud } from "./read-aloud.tsx";
import type { Speech, Voice } from "./speech.ts";

const daniel = { id: "urn:daniel", name: "Daniel", lang: "en-GB" };
const moira = { id: "urn:moira", name: "Moira", lang: "en-IE" };

/** The edge of the platform: voices that come late, and utterances that a test ends. */
function standIn({ voices = [daniel, moira], remote = false } = {}) {
  let there: Voice[] = voices;
  let done: ((failure: string | null) => void) | null = null;
  let changed = () => undefined as void;
  const said: string[] = [];
  const speech: Speech = {
    voices: () => there,
    hasRemote: () => remote,
    onVoices: (listener) => {
      changed = listener;
      return () => undefined;
    },
    speak: ({ text, voice, rate }, ended) => {
      said.push(`${voice.replace("urn:", "")} ${rate}: ${text}`);
      done = ended;
    },
    cancel: () => {
      done = null;
    },
  };
  return {
    speech,
    said,
    finish: (failure: string | null = null) => done?.(failure),
    isSpeaking: () => done !== null,
    arrive: (next: Voice[]) => {
      there = next;
      changed();
    },
  };
}

/** A guide as the page draws it. */
const Guide = () => (
  <>
    <p>
      First <b>of all</b>, read. Then <code>s3:GetObject</code>, e.g. here.
    </p>
    <h2>Second part</h2>
    <ul>
      <li>
        An item
        <ul>
          <li>inside it</li>
        </ul>
      </li>
    </ul>
    <pre>
      <code>{"allow = true\nreturn allow\n"}</code>
    </pre>
    <div role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            <th>Policy</th>
            <th>Grants</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Boundary</td>
            <td>no</td>
          </tr>
        </tbody>
      </table>
    </div>
    <div style={{ height: 3000 }} />
    <p>The end.</p>
  </>
);

function Shell({ speech, guide = "one/two" }: { speech: Speech | null; guide?: string }) {
  const [text, setText] = useState<Element | null>(null);
  useActionKeys();
  return (
    <>
      {text && <ReadAloud speech={speech} guide={guide} text={text} />}
      <div ref={setText}>
        <Guide />
      </div>
    </>
  );
}

beforeEach(() => localStorage.clear());

const marked = () =>
  [...(CSS.highlights.get("read-aloud") ?? [])].map((range) => String(range)).join();

const all = [
  "First of all, read.",
  "Then s3 Get Object, for example, here.",
  "Second part.",
  "An item",
  "inside it",
  "Code, 2 lines, left out.",
  "Boundary. Grants: no.",
  "The end.",
];

test("the blocks of a drawn text come in reading order", async () => {
  const screen = await render(<Guide />);
  expect(blocksIn(screen.container).map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ["text", "First of all, read. Then s3:GetObject, e.g. here."],
    ["heading", "Second part"],
    ["text", "An item"],
    ["text", "inside it"],
    ["code", "allow = true\nreturn allow"],
    ["row", "Boundaryno"],
    ["text", "The end."],
  ]);
});

test("every sentence is spoken, marked and brought into sight, to the end", async () => {
  const { speech, said, finish } = standIn();
  await render(<Shell speech={speech} />);
  await page.getByRole("button", { name: "Read aloud" }).click();
  const marks = [];
  for (let piece = 0; piece < all.length; piece++) {
    await expect.element(page.getByText(`Sentence ${piece + 1} of ${all.length}`)).toBeVisible();
    marks.push(marked().trim());
    if (piece === all.length - 1) await expect.element(page.getByText("The end.")).toBeInViewport();
    finish();
  }
  expect(said).toEqual(all.map((one) => `daniel 1: ${one}`));
  expect(marks).toEqual([
    "First of all, read.",
    "Then s3:GetObject, e.g. here.",
    "Second part",
    "An item",
    "inside it",
    "allow = true\nreturn allow",
    "Boundaryno",
    "The end.",
  ]);
  await expect.element(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  expect(marked()).toBe("");
});

test("keys play, pause, step and stop", async () => {
  const { speech, said, isSpeaking } = standIn();
  await render(<Shell speech={speech} />);
  await userEvent.keyboard("p");
  expect(isSpeaking()).toBe(true);
  await userEvent.keyboard(".");
  await userEvent.keyboard("p");
  await expect.element(page.getByRole("button", { name: "Go on reading" })).toBeVisible();
  expect(isSpeaking()).toBe(false);
  await userEvent.keyboard(",p");
  expect(said.map((one) => one.slice(10))).toEqual([all[0], all[1], all[0]]);
  await userEvent.keyboard("x");
  await expect.element(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  expect(isSpeaking()).toBe(false);
});

test("the place survives a reload, of this guide alone", async () => {
  const first = standIn();
  const screen = await render(<Shell speech={first.speech} />);
  await userEvent.keyboard("p");
  first.finish();
  first.finish();
  await expect.element(page.getByText("Sentence 3 of 8")).toBeVisible();
  await screen.unmount();
  expect(first.isSpeaking()).toBe(false);

  const other = await render(<Shell speech={standIn().speech} guide="one/three" />);
  await expect.element(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  await other.unmount();

  const again = standIn();
  await render(<Shell speech={again.speech} />);
  await page.getByRole("button", { name: "Go on reading" }).click();
  expect(again.said).toEqual(["daniel 1: Second part."]);
});

test("speed and voice change at once, and are remembered", async () => {
  const { speech, said } = standIn();
  const screen = await render(<Shell speech={speech} />);
  await userEvent.keyboard("p");
  const speed = page.getByRole("slider", { name: "Speed" });
  await expect.element(speed).toHaveAttribute("min", "0.8");
  await expect.element(speed).toHaveAttribute("max", "1.8");
  await speed.fill("1.8");
  await page.getByRole("combobox", { name: "Voice" }).selectOptions("Moira (en-IE)");
  expect(said).toEqual([`daniel 1: ${all[0]}`, `daniel 1.8: ${all[0]}`, `moira 1.8: ${all[0]}`]);
  await screen.unmount();

  const again = standIn();
  await render(<Shell speech={again.speech} />);
  await userEvent.keyboard("p");
  expect(again.said).toEqual([`moira 1.8: ${all[0]}`]);
});

test("code is spoken where it is asked for", async () => {
  const { speech, said, finish } = standIn();
  await render(<Shell speech={speech} />);
  await userEvent.keyboard("p");
  await page.getByRole("checkbox", { name: "Speak code" }).click();
  await page.getByRole("button", { name: /Read aloud|Go on reading/ }).click();
  for (let piece = 0; piece < 6; piece++) finish();
  expect(said).toContain("daniel 1: allow is true");
  expect(said).toContain("daniel 1: return allow");
});

test("a voice that fails is told of, and the place is kept", async () => {
  const { speech, finish } = standIn();
  await render(<Shell speech={speech} />);
  await userEvent.keyboard("p");
  finish();
  finish("The voice failed: audio-busy.");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/audio-busy/);
  await expect.element(page.getByText("Sentence 2 of 8")).toBeVisible();
});

test.each<[string, Speech | null, RegExp]>([
  ["no speech in the browser", null, /This browser cannot read aloud/],
  ["no voice", standIn({ voices: [] }).speech, /No voice is installed on this computer/],
  [
    "voices of other hosts alone",
    standIn({ voices: [], remote: true }).speech,
    /none of them is used/,
  ],
])("%s: the button says what to do", async (_name, speech, words) => {
  await render(<Shell speech={speech} />);
  await userEvent.keyboard("p");
  await expect.element(page.getByRole("status")).toHaveTextContent(words);
});

test("voices may come late", async () => {
  const { speech, said, arrive } = standIn({ voices: [] });
  await render(<Shell speech={speech} />);
  arrive([moira]);
  await userEvent.keyboard("p");
  await expect.poll(() => said).toEqual([`moira 1: ${all[0]}`]);
});

test.each([
  ["nothing of ours", "null"],
  ["no JSON", "{"],
  ["other shapes", '{"rate":9,"voice":3,"code":"yes","places":[{"guide":1},null]}'],
])("what is kept may be %s", async (_name, stored) => {
  localStorage.setItem("loopwright.read-aloud", stored);
  const { speech, said } = standIn();
  await render(<Shell speech={speech} />);
  await userEvent.keyboard("p");
  expect(said).toEqual([`daniel 1: ${all[0]}`]);
});
