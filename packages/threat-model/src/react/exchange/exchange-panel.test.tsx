import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import { toThreatComposer } from "../../formats/index.ts";
import { analyse } from "../../rules/index.ts";
import { Bench, modelOf, type Seen } from "../form/bench.tsx";
import { sample, sampleLines } from "../form/sample.ts";
import { ExchangePanel } from "./exchange-panel.tsx";

async function open(model = sample()) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={model} seen={(seen) => (last = seen)}>
      {(props) => <ExchangePanel {...props} analysis={analyse(props.model)} />}
    </Bench>,
  );
  const give = (name: string, text: string) =>
    userEvent.upload(screen.getByLabelText(/drop it here/), new File([text], name));
  return { screen, give, seen: () => last! };
}

test.each([
  ["photos.lines.txt", sampleLines, /Typed lines: 5 elements, 4 flows/],
  ["photos.tc.json", toThreatComposer(sample()).text, /Threat Composer: .*3 threats/],
])("%s is read, and replaces nothing before it is asked for", async (name, text, said) => {
  const { screen, give, seen } = await open(modelOf({}));
  await give(name, text);
  await expect.element(screen.getByText(said)).toBeVisible();
  expect(seen().model.threats).toEqual([]);
  await screen.getByRole("button", { name: "Replace the model with it" }).click();
  expect(seen().model.threats).toHaveLength(3);
  expect(seen().labels).toEqual([`Import ${name}`]);
});

test("a broken file is told with its place, and the model stays", async () => {
  const { screen, give, seen } = await open();
  await give("broken.json", '{"format": 1,\n "title": }');
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/line 2/);
  expect(seen().labels).toEqual([]);
});

test("what a format cannot hold is shown before it is downloaded", async () => {
  const { screen } = await open();
  await expect.element(screen.getByText("Nothing is lost.")).toBeVisible();
  await screen.getByRole("combobox", { name: "Format" }).selectOptions("CSV");
  await expect.element(screen.getByText("This file cannot hold")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /^Download .*\.csv$/ })).toBeVisible();
});

test("the report is read on the page, and no text of a model becomes markup", async () => {
  const { screen } = await open(
    modelOf({ title: "<img src=x>", elements: [{ id: "a", name: "<b>A</b>", type: "process" }] }),
  );
  await screen.getByRole("button", { name: "Read the report" }).click();
  const report = screen.getByRole("article", { name: "Report" });
  await expect.element(report).toHaveTextContent(/<img src=x>/);
  expect(report.element().querySelectorAll("b, img[src=x]")).toHaveLength(0);
});
