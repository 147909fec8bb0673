import { expect, test } from "vitest";

import type { Network } from "@loopwright/aws/network";

import { material } from "../fixture.ts";
import { openedBesides } from "./opened.ts";

const { network } = material.brief;
const { key } = material;

/** The database takes SSH from the mail sender, and answers go to some ports alone. */
const answeringOn = (ports: string): Network => ({
  ...network,
  securityGroups: network.securityGroups.map((group) =>
    group.id === "sg-db"
      ? {
          ...group,
          ingress: [...(group.ingress ?? []), { protocol: "tcp", ports: 22, from: "10.0.0.11/32" }],
        }
      : group,
  ),
  networkAcls: network.networkAcls.map((acl) => ({
    ...acl,
    egress: [{ rule: 100, action: "allow", protocol: "tcp", ports, to: "10.0.0.0/16" }],
  })),
});

test.each([
  ["every port", "1024-65535"],
  ["what Linux sends from", "32768-60999"],
  ["the lower ones", "1024-4999"],
])("a way that answers on %s is open", (_what, ports) => {
  expect(openedBesides(network, answeringOn(ports), key)).toContainEqual({
    from: "i-mail",
    to: "i-db",
    port: 22,
  });
});

test("a way that nothing answers on is not", () => {
  expect(openedBesides(network, answeringOn("22"), key)).toEqual([]);
});
