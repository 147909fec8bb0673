import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

import { analyse, problemsOf, residualOf, standingIn } from "@loopwright/threat-model";
import { readModel } from "@loopwright/threat-model/formats";

const file = fileURLToPath(
  new URL("../../../../docs/threat-model/loopwright.json", import.meta.url),
);
const { model, notices } = readModel(await readFile(file, "utf8"), "loopwright.json");

it("Loopwright's own model is whole, and every finding on it was answered", () => {
  expect(notices).toEqual([]);
  expect(problemsOf(model)).toEqual([]);
  const standing = standingIn(model);
  const { findings } = analyse(model);
  expect(findings.length).toBeGreaterThan(20);
  expect(findings.filter((one) => standing(one) === "open").map(({ id }) => id)).toEqual([]);
});

it("no decision outlives its finding", () => {
  const found = new Set(analyse(model).findings.map(({ id }) => id));
  expect(model.decisions.filter(({ finding }) => !found.has(finding))).toEqual([]);
});

it("every threat is mitigated by what is done, or accepted with a reason", () => {
  const done = new Set(
    model.mitigations.filter(({ state }) => state === "done").map(({ id }) => id),
  );
  for (const threat of model.threats) {
    const { residual } = residualOf(threat, model);
    const answered =
      threat.state === "mitigated"
        ? threat.mitigations.some((id) => done.has(id)) &&
          residual!.likelihood * residual!.impact < 6
        : threat.state === "accepted" && threat.reason !== "";
    expect({ threat: threat.id, answered }).toEqual({ threat: threat.id, answered: true });
  }
});
