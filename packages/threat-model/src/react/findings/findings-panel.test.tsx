import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";

import { analyse } from "../../rules/index.ts";
import { Bench, type Seen } from "../form/bench.tsx";
import { sample } from "../form/sample.ts";
import { FindingsPanel } from "./findings-panel.tsx";

const first = analyse(sample()).findings.find(({ threat }) => threat === null)!;

async function open(selected: string | null = null) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={sample()} selected={selected} seen={(seen) => (last = seen)}>
      {(props) => <FindingsPanel {...props} analysis={analyse(props.model)} />}
    </Bench>,
  );
  const line = screen.getByRole("button", { name: first.title }).first();
  return { screen, line, seen: () => last! };
}

test("a finding unfolds into its reason and its lesson, and selects its part", async () => {
  const { screen, line, seen } = await open();
  await line.click();
  await expect.element(screen.getByText(first.why[0]!, { exact: true })).toBeVisible();
  await expect.element(screen.getByText(first.rule.note)).toBeVisible();
  expect(seen().selected).toBe(first.subject);
});

test("a threat is made of it once, with its place, letter and sentence", async () => {
  const { screen, line, seen } = await open();
  await line.click();
  await screen.getByRole("button", { name: "Make a threat of it" }).click();
  const made = seen().model.threats.at(-1)!;
  expect(made).toMatchObject({
    finding: first.id,
    targets: [first.subject],
    stride: [first.stride],
    cwe: first.rule.cwe,
  });
  expect(made.statement.action).not.toBe("");
  await screen.getByRole("button", { name: `Open threat ${made.id}` }).click();
  expect(seen().selected).toBe(made.id);
});

test("a decision needs its reason, and can be taken back", async () => {
  const { screen, line, seen } = await open();
  await line.click();
  await screen.getByRole("button", { name: "Not applicable because…" }).click();
  await screen.getByRole("button", { name: /^Keep the decision/ }).click();
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/A reason is needed/);
  expect(seen().model.decisions).toEqual([]);
  await screen.getByLabelText("Not applicable because", { exact: true }).last().fill("Test data");
  await screen.getByRole("button", { name: /^Keep the decision/ }).click();
  expect(seen().model.decisions).toEqual([
    { finding: first.id, state: "not-applicable", reason: "Test data" },
  ]);
  await screen.getByRole("button", { name: "Take the decision back" }).click();
  expect(seen().model.decisions).toEqual([]);
});

test("a mitigation is planned against the threat that it makes", async () => {
  const { screen, line, seen } = await open();
  await line.click();
  await screen.getByRole("button", { name: "Plan it" }).first().click();
  const { threats, mitigations } = seen().model;
  expect(mitigations.at(-1)?.text).toBe(first.rule.mitigations[0]?.text);
  expect(threats.at(-1)).toMatchObject({
    finding: first.id,
    mitigations: [mitigations.at(-1)?.id],
  });
});

test("a control that is in place already silences the rule", async () => {
  const { screen, line, seen } = await open();
  await line.click();
  const control = first.rule.mitigations.find((one) => one.control !== undefined)?.control;
  await screen.getByRole("button", { name: "In place already" }).first().click();
  const part = [...seen().model.elements, ...seen().model.flows].find(
    ({ id }) => id === first.subject,
  );
  expect(part?.controls).toContain(control);
});

test("the part that is selected elsewhere can be looked at alone", async () => {
  const { screen } = await open("api");
  await screen.getByRole("checkbox", { name: "Only Photo API" }).click();
  const groups = screen.container.querySelectorAll("[data-subject]");
  expect([...groups].map((one) => one.getAttribute("data-subject"))).toEqual(["api"]);
});
