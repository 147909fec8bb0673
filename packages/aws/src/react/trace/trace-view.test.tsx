import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { allow, ana, deny, givenOf, home, to, type Case } from "../../decide/cases/case.ts";
import { explain } from "../../decide/explain.ts";
import { shownTrace } from "../../decide/shown.ts";
import { TraceView } from "./trace-view.tsx";

type Given = Case[2];
const photo = "arn:aws:s3:::photos/a.jpg";
const base: Given = { who: ana, does: "s3:GetObject", to: photo, account: home };

const drawn = async (given: Partial<Given>) => {
  const { request, policies } = givenOf({ ...base, ...given });
  await render(<TraceView trace={shownTrace(explain(request, policies))} />);
};
const gates = () =>
  page
    .getByRole("listitem")
    .elements()
    .map((one) => one.textContent ?? "");
const settling = () => gates().filter((text) => text.includes("settles it"));

test.each<[string, Partial<Given>, RegExp, RegExp]>([
  [
    "an explicit deny",
    { identity: [allow("s3:*")], resource: [to("*", deny("s3:*"))] },
    /^Denied: Statement 1/,
    /^Policy at the resource.*denies/,
  ],
  [
    "a silent level",
    { identity: [allow("s3:*")], scp: [[allow("*")], [allow("ec2:*")]] },
    /^Denied: no service control policy at “Workloads”/,
    /^Service control Workloads.*is silent/,
  ],
  [
    "a boundary",
    { identity: [allow("s3:*")], boundary: [allow("ec2:*")] },
    /^Denied: the permissions boundary/,
    /^Permissions boundary.*is silent/,
  ],
  ["an identity policy", { identity: [allow("s3:*")] }, /^Allowed/, /^Identity policies.*allows/],
  ["nothing at all", {}, /^Denied: nothing allows it/, /^Identity policies.*no policy/],
])("%s settles it, and says so in words", async (_name, given, summary, gate) => {
  await drawn(given);
  await expect.element(page.getByText(summary)).toBeVisible();
  expect(settling()).toEqual([expect.stringMatching(gate)]);
});

test("conditions say what was wanted, what was there, and whether it held", async () => {
  const Condition = {
    Bool: { "aws:SecureTransport": "true" },
    StringEquals: { "aws:SourceVpce": "vpce-1" },
  };
  await drawn({
    identity: [allow("s3:*", "*", Condition)],
    with: { "aws:SecureTransport": "true" },
  });
  const conditions = page.getByText(/^(holds|fails)$/);
  await expect.element(conditions.first()).toBeVisible();
  expect(gates().filter((text) => /^(holds|fails) /.test(text))).toEqual([
    "holds Bool aws:SecureTransport = true, and the request has true",
    "fails StringEquals aws:SourceVpce = vpce-1, and the request has no aws:SourceVpce",
  ]);
});

test("where the gates that settle are open, those that do not apply are one click away", async () => {
  await drawn({ identity: [allow("s3:*"), allow("ec2:*")] });
  const other = page.getByText(/s3:GetObject is not ec2/);
  await expect.element(other).not.toBeVisible();
  await page.getByText("1 statement does not apply").click();
  await expect.element(other).toBeVisible();
});

test("levels that say the same stand in one row, and the one that settles by itself", async () => {
  const full = [allow("*")];
  await drawn({ identity: [allow("s3:*")], scp: [full, full, full], rcp: [] });
  await expect.element(page.getByText("Root, Workloads, Account")).toBeVisible();
  expect(gates().filter((text) => text.startsWith("Service control"))).toHaveLength(1);
});

test("a narrow column is not widened", async () => {
  await page.viewport(390, 800);
  await drawn({ identity: [allow("s3:*", `arn:aws:s3:::${"long-bucket-name-".repeat(20)}`)] });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
