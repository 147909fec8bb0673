import { describe, expect, it, test } from "vitest";

import { update } from "./edit.ts";
import { lists, type Model } from "./model.ts";
import { problemsOf } from "./problems.ts";
import { remove } from "./remove.ts";
import { sampleModel } from "./sample.ts";

const left = (model: Model) => lists.map((list) => model[list].map(({ id }) => id).join(" "));

describe("remove", () => {
  test.each([
    [
      "an element, with its flows",
      ["api"],
      ["internet cloud vpc", "app photos", "", "photo", "a1", "t1", "m1 m2"],
    ],
    [
      "a flow",
      ["app-api"],
      ["internet cloud vpc", "app api photos", "api-photos", "photo", "a1", "t1", "m1 m2"],
    ],
    [
      "a zone",
      ["cloud"],
      ["internet vpc", "app api photos", "app-api api-photos", "photo", "a1", "t1", "m1 m2"],
    ],
    [
      "much at once",
      ["photo", "m1", "t1", "a1", "vpc"],
      ["internet cloud", "app api photos", "app-api api-photos", "", "", "", "m2"],
    ],
    [
      "nothing that is there",
      ["nothing"],
      lists.map((list) => sampleModel[list].map(({ id }) => id).join(" ")),
    ],
  ])("%s", (_name, ids, expected) => {
    const next = remove(sampleModel, ids);
    expect(left(next)).toEqual(expected);
    expect(problemsOf(next)).toEqual([]);
  });

  test.each([
    ["vpc", "cloud"],
    ["cloud", "vpc"],
  ])("what stood in zone %s moves outwards", (gone) => {
    const next = remove(sampleModel, [gone]);
    expect(next.elements.map(({ zone }) => zone)).toEqual(
      gone === "vpc" ? ["internet", "cloud", "cloud"] : ["internet", "vpc", null],
    );
  });

  it("steps over several zones, and out of a ring", () => {
    expect(remove(sampleModel, ["cloud", "vpc"]).elements[1]?.zone).toBe(null);
    const [, cloud, vpc] = sampleModel.zones;
    const ring = { ...sampleModel, zones: [{ ...cloud!, parent: "vpc" }, vpc!] };
    expect(remove(ring, ["cloud", "vpc"]).elements[1]?.zone).toBe(null);
  });

  it("forgets mentions, decisions and findings of what goes", () => {
    const next = remove(sampleModel, ["app-api", "m1"]);
    expect(next.threats[0]).toMatchObject({
      targets: ["api", "cloud"],
      mitigations: ["m2"],
      finding: null,
    });
    expect(next.assumptions[0]?.about).toEqual(["app", "t1"]);
    expect(next.decisions.map(({ finding }) => finding)).toEqual(["no-quota:photos"]);
  });

  it("keeps a finding that has no subject", () => {
    const patch = { finding: "api" };
    const kept = update(sampleModel, "threats", { id: "t1", patch });
    expect(remove(kept, ["api"]).threats[0]?.finding).toBe("api");
  });
});
