import { describe, expect, test } from "vitest";

import { explainReach } from "../explain.ts";
import { reach } from "../reach.ts";
import { rulesOf } from "../rules/list.ts";
import { cases as acls } from "./acls.ts";
import { cases as beyond } from "./beyond.ts";
import { questionOf, type Case } from "./case.ts";
import { cases as gateways } from "./gateways.ts";
import { cases as groups } from "./groups.ts";
import { cases as routes } from "./routes.ts";
import { edited } from "./shop.ts";

const tables: [string, readonly Case[]][] = [
  ["security groups", groups],
  ["network ACLs", acls],
  ["routes", routes],
  ["gateways and appliances", gateways],
  ["peering and endpoints", beyond],
];

describe.each(tables)("%s", (_title, cases) => {
  test.each(
    cases.map(([name, , edits, asked, decides, extra]) => ({ name, edits, asked, decides, extra })),
  )("$name", ({ edits, asked, decides, extra }) => {
    const network = edited(edits);
    const question = questionOf(asked, extra);
    const found = reach(network, question);
    const { decidedBy } = found;
    const told = decidedBy ? `${decidedBy.way === "back" ? "back " : ""}${decidedBy.rule}` : "yes";
    expect(told).toBe(decides);
    expect(explainReach(question, found).lines).toHaveLength(found.steps.length);
    expect(found.reachable).toBe(decides === "yes");
    const listed = new Set(rulesOf(network).map(({ id }) => id));
    for (const { kind, rule } of found.steps) {
      if (kind === "network-acl" && rule.startsWith("default-acl")) continue;
      if (kind !== "gateway" && kind !== "interface" && !rule.startsWith("eni-")) {
        expect(listed).toContain(rule);
      }
    }
  });
});

test("no two cases ask the same, and each stands on a page", () => {
  const all = tables.flatMap(([, cases]) => cases);
  const asked = all.map(([, , edits, question, , extra]) =>
    JSON.stringify([edited(edits), question, extra]),
  );
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
  for (const [, page] of all) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});
