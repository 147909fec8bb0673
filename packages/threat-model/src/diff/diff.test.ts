import { describe, expect, it } from "vitest";

import { moveInto, rename, update } from "../model/edit.ts";
import { element as elementShape, lists, model as shape, type Model } from "../model/model.ts";
import { remove } from "../model/remove.ts";
import { rule, type Rule, type RuleInput } from "../rules/rule.ts";
import { diffMarkdown, diffModels, isUnchanged } from "./diff.ts";

const taught = {
  cwe: [],
  note: "A note that is long enough to stand as the note of a rule.",
  statement: { source: "x", prerequisites: "", action: "y", impact: "z", goals: ["integrity"] },
  mitigations: [{ text: "Do something about it" }],
  sources: ["https://example.com/"],
} satisfies Partial<RuleInput>;
const rules: Rule[] = [
  { id: "open-rise", title: "{flow} is read", stride: "I", on: "flow", when: { crosses: true, rise: { atLeast: 1 }, encryption: ["none"] } },
  { id: "rise", title: "{flow} is forged", stride: "S", on: "flow", when: { rise: { atLeast: 50 } } },
  { id: "no-limit", title: "{element} is flooded", stride: "D", on: "element", when: { type: ["process"], lacks: ["rate-limit"] } },
  { id: "bare", title: "{element} is read", stride: "I", on: "element", when: { type: ["store"], holds: { atLeast: "restricted" }, lacks: ["encryption-at-rest"] } },
].map((one) => rule.parse({ ...taught, ...one })); // prettier-ignore

const before: Model = shape.parse({
  format: 1,
  title: "Photo sharing",
  zones: [
    { id: "net", name: "Internet", trust: 0 },
    { id: "aws", name: "AWS account", trust: 80 },
    { id: "vpc", name: "VPC", trust: 90, parent: "aws" },
  ],
  elements: [
    { id: "app", name: "Mobile app", type: "actor", zone: "net" },
    { id: "edge", name: "Edge", type: "actor", zone: "aws" },
    { id: "api", name: "Photo API", type: "process", zone: "aws", controls: ["rate-limit"] },
    { id: "photos", name: "Photos", type: "store", zone: "aws", data: ["photo"] },
  ],
  flows: [
    { id: "upload", name: "upload", source: "edge", target: "api", encryption: "tls" },
    { id: "keep", name: "keep", source: "api", target: "photos", authentication: "sigv4" },
  ],
  data: [
    { id: "photo", name: "Customer photos", class: "confidential" },
    { id: "scan", name: "Passport scans", class: "restricted" },
  ],
  assumptions: [{ id: "a1", text: "The phone is not rooted.", about: ["upload"] }],
  threats: [
    { id: "t1", title: "Uploads are replaced", targets: ["photos"], mitigations: ["m1"], state: "mitigated", risk: { likelihood: 4, impact: 5 } }, // prettier-ignore
    { id: "t2", title: "Photos are read", targets: ["api", "photos"] },
  ],
  mitigations: [
    { id: "m1", text: "Signed URL for each upload", state: "done", lowers: { likelihood: 2 } },
    { id: "m2", text: "Block public access" },
  ],
});

type Edit = (model: Model) => Model;
const set =
  (list: Parameters<typeof update>[1], id: string, patch: Record<string, unknown>): Edit =>
  (model) =>
    update(model, list, { id, patch });
const raw =
  (change: (draft: Model) => void): Edit =>
  (model) => {
    const draft = structuredClone(model);
    change(draft);
    return shape.parse(draft);
  };

const meaning = (edit: Edit, options = {}) =>
  diffModels(before, edit(before), { rules, ...options }).meaning.map(({ text }) => text);

describe("what a change means, said first", () => {
  it.each<[string, Edit, string]>([
    ["a flow that now crosses", set("flows", "upload", { source: "app" }), "Flow “upload” now crosses Internet → AWS account (trust rises by 80): 1 new threat."],
    ["an element that moved out", (m) => moveInto(m, ["photos"], "net"), "Photos moved from AWS account (80) to Internet (0)."],
    ["data that is held", set("elements", "photos", { data: ["photo", "scan"] }), "Photos now holds Passport scans (restricted): 1 new threat."],
    ["data that is carried", set("flows", "keep", { data: ["scan"] }), "Flow “keep” now carries Passport scans (restricted)."],
    ["data that is held no longer", set("elements", "photos", { data: [] }), "Photos no longer holds Customer photos."],
    ["data of a higher class", set("data", "photo", { class: "restricted" }), "Customer photos is now restricted, before confidential, in 1 place: 1 new threat."],
    ["a flow in clear", set("flows", "upload", { encryption: "none" }), "Flow “upload” is no longer encrypted, before tls."],
    ["a flow from anybody", set("flows", "keep", { authentication: "none" }), "Flow “keep” no longer authenticates its source, before sigv4."],
    ["a flow nobody vouches for", set("flows", "upload", { encryption: "unknown" }), "Flow “upload” no longer says how it is encrypted, before tls."],
    ["a better sign-in", set("flows", "upload", { authentication: "mfa" }), "Flow “upload” now authenticates by mfa, before unknown."],
    ["another protocol", set("flows", "upload", { protocol: "grpc" }), "Flow “upload” now speaks gRPC, before nothing that is said."],
    ["another technology", set("elements", "photos", { technology: "aws-s3" }), "Photos is now Amazon S3, before of no technology that is said."],
    ["another type", set("elements", "edge", { type: "process" }), "Edge is now a process, before an actor: 1 new threat."],
    ["a control lost", set("elements", "api", { controls: [] }), "Photo API no longer has “Rate limit”: 1 new threat."],
    ["a control gained", set("elements", "photos", { controls: ["versioning"] }), "Photos now has “Old versions stay”."],
    ["out of scope", set("elements", "api", { outOfScope: { reason: "Bought" } }), "Photo API is now out of scope (Bought)."],
    ["less trust", set("zones", "aws", { trust: 20 }), "Trust of AWS account falls from 80 to 20."],
    ["a mitigation unlinked", set("threats", "t1", { mitigations: [] }), "Mitigation “Signed URL for each upload” is no longer linked to threat “Uploads are replaced”, which is marked as mitigated and now has none."],
    ["a mitigation undone", set("mitigations", "m1", { state: "proposed" }), "Mitigation “Signed URL for each upload” is no longer done, now proposed; it stands against threat “Uploads are replaced”."],
    ["a mitigation linked", set("threats", "t2", { mitigations: ["m2"] }), "Mitigation “Block public access” now stands against threat “Photos are read”."],
    ["a mitigation removed", (m) => remove(m, ["m1"]), "Mitigation “Signed URL for each upload” was removed; it stood against threat “Uploads are replaced”."],
    ["the only target removed", (m) => remove(m, ["photos"]), "Threat “Uploads are replaced” names Photos, which was removed: nothing is left that it hits."],
    ["a target removed in a file", raw((m) => m.elements.pop()), "Threat “Uploads are replaced” names Photos, which was removed: nothing is left that it hits."],
    ["an open threat removed", (m) => remove(m, ["t2"]), "Threat “Photos are read” was removed; it was open."],
    ["a threat accepted", set("threats", "t2", { state: "accepted", reason: "Until May" }), "Threat “Photos are read” is now accepted, before open (Until May)."],
    ["mitigated by nothing", set("threats", "t2", { state: "mitigated" }), "Threat “Photos are read” is now mitigated, before open, and no mitigation of it is done."],
    ["a threat judged anew", set("threats", "t1", { risk: { likelihood: 5, impact: 5 } }), "Risk left of threat “Uploads are replaced” rises to 3 × 5 = 15, before 2 × 5 = 10."],
    ["an assumption rejected", set("assumptions", "a1", { state: "rejected" }), "Assumption “The phone is not rooted.” is now rejected, before unconfirmed: upload stands on it."],
    ["a flow removed", (m) => remove(m, ["keep"]), "Flow “keep” from Photo API to Photos was removed."],
    ["a flow the other way round", set("flows", "keep", { source: "photos", target: "api" }), "Flow “keep” now goes from Photos to Photo API, the other way round."],
    ["a zone removed", (m) => remove(m, ["vpc"]), "Zone VPC was removed."],
    ["a new element", raw((m) => m.elements.push(elementShape.parse({ id: "db", name: "Scans", type: "store", zone: "vpc", data: ["scan"] }))), "New store Scans in VPC with Passport scans (restricted): 1 new threat."],
    ["a new flow inwards", raw((m) => m.flows.push({ ...m.flows[0]!, id: "sync", name: "sync", source: "app" })), "New flow “sync” from Mobile app to Photo API crosses Internet → AWS account (trust rises by 80): 1 new threat."],
    ["a new flow deeper", raw((m) => { m.elements[3]!.zone = "vpc"; }), "Flow “keep” now enters VPC (trust rises by 10)."],
    ["a new threat", raw((m) => m.threats.push({ ...m.threats[1]!, id: "t3", title: "Floods", stride: ["D"] })), "New threat “Floods” on Photo API and Photos (D) is open."],
    ["a new mitigation", raw((m) => m.mitigations.push({ ...m.mitigations[1]!, id: "m3", text: "Scan uploads" })), "New mitigation “Scan uploads” against no threat yet, proposed."],
    ["a mitigation that nobody will do", set("mitigations", "m2", { state: "will-not-do" }), "Mitigation “Block public access” is now will not do, before proposed."],
    ["a zone in another", set("zones", "net", { parent: "aws" }), "Zone Internet moved from no zone to AWS account (80)."],
    ["a new zone", raw((m) => m.zones.push({ ...m.zones[2]!, id: "lab", name: "Lab" })), "New zone Lab with trust 90 in AWS account."],
    ["an element removed", (m) => remove(m, ["edge"]), "Edge was removed."],
    ["another text of an assumption", set("assumptions", "a1", { text: "The phone may be rooted." }), "Assumption “The phone is not rooted.” now reads “The phone may be rooted.”."],
    ["a decision", raw((m) => m.decisions.push({ finding: "no-limit:api", state: "accepted", reason: "Internal" })), "Decided on “no-limit:api”: accepted (Internal)."],
    ["a new name", (m) => rename(m, "photos", "Pictures"), "Renamed only: “Photos” is now “Pictures”."],
    ["another place", set("elements", "api", { position: { x: 9, y: 9 } }), "Moved on the canvas only: 1 part."],
    ["another description", set("elements", "api", { description: "New" }), "Only described or classed otherwise: Photo API."],
    ["another title", (m) => ({ ...m, title: "Photos" }), "Of the model itself: title."],
  ])("%s", (_name, edit, says) => {
    expect(meaning(edit)[0]).toBe(says);
  }); // prettier-ignore

  it("counts each new threat once, and tells those that a neighbour caused by themselves", () => {
    const edit: Edit = (model) =>
      set("flows", "upload", { encryption: "none" })(moveInto(model, ["edge"], "net"));
    const said = meaning(edit);
    expect(said.join("\n").match(/new threat/g)).toHaveLength(1);
    expect(said[0]).toBe(
      "Flow “upload” now crosses Internet → AWS account (trust rises by 80): 2 new threats.",
    );
  });

  it("says a new name beside what else changed", () => {
    const edit: Edit = (model) =>
      rename(set("elements", "api", { controls: [] })(model), "api", "API");
    expect(meaning(edit)).toEqual([
      "API no longer has “Rate limit”: 1 new threat.",
      "Renamed as well: “Photo API” is now “API”.",
    ]);
  });

  it("says what is small last", () => {
    const edit: Edit = (model) =>
      rename(set("elements", "photos", { data: ["scan"] })(model), "api", "API");
    const said = meaning(edit);
    expect(said[0]).toMatch(/^Photos now holds/);
    expect(said.at(-1)).toMatch(/^Renamed only/);
  });
});

describe("what changed", () => {
  it("is nothing for the same model, also with keys and sets in another order", () => {
    const after = structuredClone(before);
    after.threats[1]!.targets.reverse();
    after.mitigations[0]!.lowers = { impact: 0, likelihood: 2 };
    const diff = diffModels(before, after, { rules });
    expect([isUnchanged(diff), diff.meaning, diff.geometry]).toEqual([true, [], []]);
    expect(diffMarkdown(diff)).toBe("Nothing changed.\n");
  });

  it("stands field by field, geometry apart", () => {
    const edit = set("elements", "api", { name: "API", position: { x: 1, y: 2 } });
    const diff = diffModels(before, set("zones", "net", { box: { x: 0, y: 0, width: 9, height: 9 } })(edit(before)), { rules }); // prettier-ignore
    expect(diff.changed).toEqual([
      {
        list: "elements",
        id: "api",
        name: "API",
        fields: [{ field: "name", before: "Photo API", after: "API" }],
      },
    ]);
    expect(diff.geometry).toEqual([{ list: "zones", id: "net", name: "Internet" }]);
  });

  it("holds added, removed, moves, links, states, decisions and findings", () => {
    const after = raw((model) => {
      model.elements[2]!.zone = "net";
      model.flows.pop();
      model.mitigations.push({ ...model.mitigations[0]!, id: "m3", state: "done" });
      model.threats[0]!.mitigations = ["m3"];
      model.threats[0]!.state = "open";
      model.decisions.push({ finding: "rise:upload", state: "not-applicable", reason: "" });
    })(before);
    const diff = diffModels(before, after, { rules });
    expect(diff).toMatchObject({
      added: [{ list: "mitigations", id: "m3" }],
      removed: [{ list: "flows", id: "keep" }],
      moved: [{ id: "api", from: "aws", to: "net" }],
      links: [
        { threat: "t1", mitigation: "m1", now: "unlinked" },
        { threat: "t1", mitigation: "m3", now: "linked" },
      ],
      states: [{ id: "t1", from: "mitigated", to: "open" }],
      decisions: [{ finding: "rise:upload", before: null, after: { state: "not-applicable" } }],
      findings: { appeared: [], gone: [], still: [] },
    });
  });

  it("bears loose ends and zones that contain each other", () => {
    const broken = raw((model) => {
      model.flows[0]!.target = "gone";
      model.zones[1]!.parent = "vpc";
      model.threats[0]!.targets = ["nowhere"];
      model.elements[0]!.zone = "nowhere";
    })(before);
    expect(diffModels(before, broken, { rules }).meaning.length).toBeGreaterThan(2);
    expect(diffModels(broken, before, { rules }).meaning.length).toBeGreaterThan(2);
  });
});

describe("an import with other ids", () => {
  const imported = (): Model => {
    const names = new Set(before.flows.map(({ name }) => name));
    const ids = new Set(lists.flatMap((list) => before[list].map(({ id }) => id)));
    const text = JSON.stringify(before).replaceAll(/"([a-z0-9]+)"(?!:)/g, (whole, id: string) =>
      ids.has(id) && !names.has(id) ? `"x-${id}"` : whole,
    );
    return JSON.parse(text) as Model;
  };

  it("is all new without the option", () => {
    expect(diffModels(before, imported(), { rules }).added.length).toBeGreaterThan(8);
  });

  it("is the same by type and name with it, references as well", () => {
    const diff = diffModels(before, imported(), { rules, matchNames: true });
    expect([diff.added, diff.removed, diff.changed]).toEqual([[], [], []]);
    expect(diff.renumbered).toContainEqual({
      list: "elements",
      id: "x-api",
      name: "Photo API",
      before: "api",
    });
  });

  it("does not guess where a name stands twice", () => {
    const twice = imported();
    twice.elements[0]!.name = "Photos";
    twice.elements[0]!.type = "store";
    const diff = diffModels(before, twice, { rules, matchNames: true });
    expect(diff.removed.map(({ id }) => id)).toContain("photos");
  });
});

it("is Markdown in which no name is markup", () => {
  const edit = rename(before, "photos", "<img src=x> [x](javascript:alert) `code` *b*");
  const written = diffMarkdown(diffModels(before, edit, { rules }));
  expect(written).toContain("&lt;img src=x&gt; \\[x\\](javascript&#58;alert)");
  expect(written).not.toMatch(/^.*<img(?![^`]*`)/m);
});
