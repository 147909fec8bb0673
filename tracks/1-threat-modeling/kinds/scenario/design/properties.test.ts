import { describe, expect, test } from "vitest";

import { readDrawing } from "../drawing/read.ts";
import { property, role } from "../material/properties.ts";
import { decide } from "./properties.ts";

const roles = Object.fromEntries(
  Object.entries({
    upload: { names: ["upload", "uploader"] },
    scan: { names: ["scan", "scanner"], technology: ["malware-scanner"] },
    serve: { names: ["serving", "gallery"], groups: ["cdn"] },
    names: { names: ["names database"] },
  }).map(([id, one]) => [id, role.parse(one)]),
);
const words = { why: "Guests would get it.", fix: "Let all of it pass the scan." };
const stated = (claim: object) =>
  property.parse({ id: "p", title: "A property of it", ...claim, ...words });

/** upload → raw → scan → clean → gallery */
const safe = `
zone out 10
zone cloud 80
process upload in out
store raw in cloud
process scan in cloud [sandboxed parsing]
store clean in cloud
process gallery in cloud
upload -> raw: keep [HTTPS]
scan -> raw: read
scan -> clean: keep
gallery -> clean: read
`;
const noPath = {
  noPath: { from: { role: "upload" }, to: { role: "serve" }, without: { role: "scan" } },
};

describe("a property of the learner's own drawing", () => {
  test.each<[string, object, string, string]>([
    ["every way passes the scan", noPath, safe, "holds"],
    [
      "by what it is made of",
      noPath,
      safe
        .replace("process scan in", "process av in")
        .replace(/scan ->/g, "av ->")
        .replace("[sandboxed parsing]", "<malware-scanner>"),
      "holds",
    ],
    ["a way around the scan", noPath, `${safe}gallery -> raw: read\n`, "fails"],
    [
      "a way around through a queue",
      noPath,
      `${safe}store q in cloud\nupload -> q\ngallery -> q\n`,
      "fails",
    ],
    ["no scan", noPath, safe.replace(/.*scan.*\n/g, ""), "absent"],
    ["a scan that nothing passes", noPath, safe.replace(/^(scan|gallery) ->.*\n/gm, ""), "absent"],
    ["an empty sheet", noPath, "", "absent"],
    [
      "a database of names carries no file",
      { noPath: { ...noPath.noPath, ignore: { role: "names" } } },
      `${safe}store n in cloud: Names database\nupload -> n\ngallery -> n\n`,
      "holds",
    ],
    ["such a flow is so", flowsAre("tls"), safe, "holds"],
    ["such a flow is not so", flowsAre("tls"), safe.replace("[HTTPS]", "[HTTP]"), "fails"],
    ["no such flow", flowsAre("tls"), safe.replace("upload -> raw: keep [HTTPS]", ""), "absent"],
    ["such a part has it", partHas("sandboxed-parsing"), safe, "holds"],
    ["such a part lacks it", partHas("malware-scan"), safe, "fails"],
    ["two parts apart", apart(false), safe, "holds"],
    ["two parts in one zone", apart(true), safe, "fails"],
    ["one part for both", apart(false), "process x: Upload and scan", "fails"],
    ["it is there", { exists: { element: { role: "scan" } } }, safe, "holds"],
    ["a flow is there", { exists: { flow: { from: { role: "scan" } } } }, safe, "holds"],
    ["it is not there", { exists: { element: { role: "names" } } }, safe, "absent"],
    [
      "a role for which a test holds",
      { exists: { element: { role: "upload", is: { trust: { atLeast: 50 } } } } },
      safe,
      "absent",
    ],
  ])("%s", (_name, claim, text, state) => {
    expect(decide(stated(claim), readDrawing(text).model, roles).state).toBe(state);
  });

  test.each([
    ["the new mitigation", "m2", "holds"],
    ["the old one still", "m1, m2", "fails"],
    ["none", "m3", "fails"],
    ["a threat that is gone", "", "absent"],
  ])("a threat relies on %s", (_name, by, state) => {
    const claim = { linked: { threat: "t1", to: ["m2"], not: ["m1"] } };
    const mitigations = ["m1", "m2", "m3"].map((id) => `mitigate ${id}: It is done so\n`).join("");
    const threat = by === "" ? "" : `threat t1 T on upload by ${by}: Changed on the way\n`;
    const { model } = readDrawing(`process upload\n${mitigations}${threat}`);
    expect(decide(stated(claim), model, roles).state).toBe(state);
  });

  test("the way around is told", () => {
    const { model } = readDrawing(`${safe}gallery -> raw: read\n`);
    const { why, parts } = decide(stated(noPath), model, roles);
    expect(why).toBe("a way leads around: upload → raw → gallery");
    expect(parts).toEqual(["upload", "raw", "gallery"]);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    ["two things at once", { ...noPath, exists: { element: { role: "scan" } } }],
    ["a part without role or test", { exists: { element: {} } }],
  ])("a property that states %s is refused", (_name, claim) => {
    expect(property.safeParse({ id: "p", title: "A property", ...claim, ...words }).success).toBe(
      false,
    );
  });
});

function flowsAre(encryption: string) {
  return { everyFlow: { like: { from: { role: "upload" } }, is: { encryption: [encryption] } } };
}
function partHas(control: string) {
  return { everyElement: { like: { role: "scan" }, is: { controls: [control] } } };
}
function apart(zones: boolean) {
  return {
    separate: {
      one: { role: "scan" },
      other: zones ? { role: "serve" } : { role: "upload" },
      zones,
    },
  };
}
