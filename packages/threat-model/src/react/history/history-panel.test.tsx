import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";

import { Bench, type Seen } from "../form/bench.tsx";
import { sample, sampleLines, sampleOf } from "../form/sample.ts";
import { HistoryPanel } from "./history-panel.tsx";

const saved: Record<number, string> = {
  3: sampleLines,
  2: sampleLines.replace("store db in vpc", "store db in cloud"),
  1: sampleLines.replace(/^store db.*\n/m, "").replace(/^api -> db.*\n/m, ""),
};
const versions = [3, 2, 1].map((version) => ({
  version,
  savedAt: `2026-11-0${version}T10:00:00Z`,
}));

async function open(load = (version: number) => Promise.resolve(sampleOf(saved[version]!))) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={sample()} seen={(seen) => (last = seen)}>
      {(props) => <HistoryPanel {...props} versions={versions} load={load} />}
    </Bench>,
  );
  return { screen, seen: () => last! };
}

test("two versions, and first what their difference means", async () => {
  const { screen } = await open();
  const meaning = screen.getByRole("region", { name: "What it means" });
  await expect.element(meaning).toHaveTextContent(/Production VPC/);
  await screen.getByRole("radio", { name: "From version 1" }).click();
  await expect.element(meaning).toHaveTextContent(/Albums/);
  await screen.getByRole("radio", { name: "To version 1" }).click();
  await expect.element(screen.getByText("These two are the same.")).toBeVisible();
});

test("a version comes back as an edit, so that nothing after it is lost", async () => {
  const { screen, seen } = await open();
  await screen.getByRole("radio", { name: "From version 1" }).click();
  await screen.getByRole("button", { name: "Restore version 1" }).click();
  expect(seen().model.elements.map(({ id }) => id)).not.toContain("db");
  expect(seen().labels).toEqual(["Restore version 1"]);
});

test("a version that cannot be loaded says so, and can be asked for again", async () => {
  let asked = 0;
  const { screen } = await open((version) => {
    asked += 1;
    return asked === 1
      ? Promise.reject(Object.assign(new Error("The server is away."), { next: "Start it." }))
      : Promise.resolve(sampleOf(saved[version]!));
  });
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/The server is away/);
  await screen.getByRole("button", { name: "Try again" }).click();
  await expect.element(screen.getByRole("region", { name: "What it means" })).toBeVisible();
});
