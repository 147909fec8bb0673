import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import { Bench, type Seen } from "../form/bench.tsx";
import { sample } from "../form/sample.ts";
import { ThreatsPanel } from "./threats-panel.tsx";

async function open(selected: string | null = null) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={sample()} selected={selected} seen={(seen) => (last = seen)}>
      {(props) => <ThreatsPanel {...props} />}
    </Bench>,
  );
  const threat = (id: string) => last!.model.threats.find((one) => one.id === id)!;
  return { screen, threat, seen: () => last! };
}

test("the worst that is left comes first", async () => {
  const { screen } = await open();
  const titles = screen
    .getByRole("list", { name: "Threats, the worst first" })
    .getByRole("listitem")
    .elements()
    .map((one) => one.textContent);
  expect(titles.map((one) => /Uploads|Nobody|guessed/.exec(one)?.[0])).toEqual([
    "Uploads",
    "Nobody",
    "guessed",
  ]);
});

test("a mitigation opens beside the threats, a part of the drawing where it is drawn", async () => {
  const went: string[] = [];
  const screen = await render(
    <Bench model={sample()} selected="t1">
      {(props) => <ThreatsPanel {...props} onGo={(id) => went.push(id)} />}
    </Bench>,
  );
  await screen.getByRole("button", { name: "Photos", exact: true }).click();
  expect(went).toEqual(["photos"]);
  await screen
    .getByRole("button", { name: "Require a signed URL for each upload", exact: true })
    .click();
  await expect.element(screen.getByLabelText("What is done")).toBeVisible();
});

test("risk is set with arrows in both directions, and the arithmetic is shown", async () => {
  const { screen, threat } = await open("t3");
  const first = screen.getByRole("radio", { name: /^Likelihood 1, rare; impact 1/ });
  (first.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowRight}{ArrowRight}{ArrowRight}");
  expect(threat("t3").risk).toEqual({ likelihood: 2, impact: 4 });
  await expect
    .element(screen.getByRole("list", { name: "Arithmetic of the risk" }))
    .toHaveTextContent(/likelihood 2 × impact 4 = 8 \(medium\)/);
});

test("mitigations are linked, unlinked and made", async () => {
  const { screen, threat, seen } = await open("t3");
  await screen.getByRole("combobox", { name: "Mitigations" }).fill("signed url");
  await userEvent.keyboard("{Enter}");
  expect(threat("t3").mitigations).toEqual(["m1"]);
  await screen.getByLabelText("New mitigation").fill("Write an audit log");
  await userEvent.keyboard("{Enter}");
  expect(threat("t3").mitigations).toEqual(["m1", "m3"]);
  await screen.getByRole("button", { name: "Remove Require a signed URL for each upload" }).click();
  expect(threat("t3").mitigations).toEqual(["m3"]);
  expect(seen().model.mitigations.map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
});

test("a state that somebody answers for owes its reason", async () => {
  const { screen } = await open("t1");
  const owed = screen.getByText("Accepted: a reason is owed.");
  await screen.getByRole("combobox", { name: "State" }).selectOptions("Accepted");
  await expect.element(owed).toBeVisible();
  await screen.getByLabelText("Reason", { exact: true }).fill("The owner of photos, until May");
  expect(owed.elements()).toHaveLength(0);
});

test("the statement is built part by part, and its goals and assets are words of the model", async () => {
  const { screen, threat } = await open("t2");
  await screen.getByLabelText("Source", { exact: true }).fill("a stranger");
  await screen.getByLabelText("Action", { exact: true }).fill("fetch the photos of others");
  await screen.getByRole("combobox", { name: "Goal" }).fill("confid");
  await userEvent.keyboard("{Enter}");
  await screen.getByRole("combobox", { name: "Assets" }).click();
  await userEvent.keyboard("{Enter}");
  expect(threat("t2").statement).toMatchObject({
    source: "a stranger",
    action: "fetch the photos of others",
    goals: ["confidentiality"],
    assets: ["Customer photos"],
  });
  await expect
    .element(
      screen.getByText(/can fetch the photos of others, resulting in reduced confidentiality/),
    )
    .toHaveTextContent("A stranger [prerequisites]");
  await expect.element(screen.getByText(/^○ Say what access or position/)).toBeVisible();
});

test.each([
  ["CWE", "cwe-639", [639]],
  ["CWE", "88", [88]],
])("%s by number: %s", async (label, text, expected) => {
  const { screen, threat } = await open("t1");
  await screen.getByRole("combobox", { name: label }).fill(text);
  await userEvent.keyboard("{Enter}");
  expect(threat("t1").cwe).toEqual(expected);
});
