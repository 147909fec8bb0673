import { buildWorld, callingAs } from "@loopwright/aws/world";
import { expect, it } from "vitest";

import { staleKeys } from "./exercise.ts";

const day = 86_400_000;

/** Read from the built account, not from what it was made of. */
function readKeys(seed: string, size: number) {
  const made = staleKeys.make({ seed, size, traits: [] });
  const world = buildWorld(made.declared, seed);
  const found = new Set<string>();
  for (const { principal, active, createdMs, lastUsed } of world.credentials.values()) {
    if (principal.type !== "user" || !active) continue;
    const user = principal.arn.slice(principal.arn.lastIndexOf("/") + 1);
    if (world.nowMs - createdMs > 90 * day) found.add(`${user} old-key`);
    if (world.nowMs - (lastUsed?.atMs ?? createdMs) > 45 * day) found.add(`${user} unused-key`);
  }
  return { found, expected: made.expected(world) };
}

it.each(["a", "b", "c", "d"])("what is right is right in the account of seed %s", (seed) => {
  const { found, expected } = readKeys(seed, 24);
  const keys = expected.findings.filter(({ issue }) => issue !== "no-mfa");
  expect(new Set(keys.map(({ user, issue }) => `${user} ${issue}`))).toEqual(found);
  expect(found.size).toBeGreaterThan(6);
});

/** Every user, asked as the script asks: what was refused, and whether a second factor is missing. */
function asked(traits: string[]) {
  const made = staleKeys.make({ seed: "s", size: 18, traits });
  const world = buildWorld(made.declared, "s");
  const arn = [...world.credentials.values()].find(({ session }) => session)!.principal;
  const ask = callingAs(world, "arn" in arn ? arn.arn : "");
  const listed = ask("iam", "ListUsers").output as { Users: { UserName: string }[] };
  const answers = listed.Users.map(({ UserName }) => {
    const of = (operation: string) => ask("iam", operation, { UserName });
    const [keys, devices, password] = ["ListAccessKeys", "ListMFADevices", "GetLoginProfile"].map(
      of,
    );
    const refused = [keys, devices, password].map((reply) => reply?.fault?.code === "AccessDenied");
    const { MFADevices } = (devices!.output ?? {}) as { MFADevices?: object[] };
    return { UserName, refused, open: !password!.fault && MFADevices?.length === 0 };
  });
  return { answers, expected: made.expected(world) };
}

it("names whoever is refused in one thing or another, and each thing is refused of somebody alone", () => {
  const { answers, expected } = asked(["sealed"]);
  const sealed = answers.filter(({ refused }) => refused.includes(true));
  expect(new Set(expected.unread)).toEqual(new Set(sealed.map(({ UserName }) => UserName)));
  expect(new Set(sealed.map(({ refused }) => refused.join()))).toEqual(
    new Set(["true,true,false", "false,true,false", "false,false,true"]),
  );
});

it.each([[[]], [["clean"]]])("with %j, no-mfa is who signs in without a device", (traits) => {
  const { answers, expected } = asked(traits);
  const told = expected.findings.filter(({ issue }) => issue === "no-mfa");
  const open = answers.filter((answer) => answer.open);
  expect(new Set(told.map(({ user }) => user))).toEqual(
    new Set(open.map(({ UserName }) => UserName)),
  );
  expect(expected.findings.length > 0).toBe(traits.length === 0);
});
