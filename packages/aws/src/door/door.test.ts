import {
  IAMClient,
  CreateUserCommand,
  GetUserCommand,
  ListUsersCommand,
  GetAccountAuthorizationDetailsCommand,
} from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { buildWorld } from "../world/build.ts";
import type { World } from "../world/world.ts";
import { answerHttp } from "./answer.ts";
import { sandboxDoor } from "./sandbox.ts";

const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          {
            name: "ana",
            path: "/team/",
            keys: 1,
            tags: { team: "checkout" },
            inline: {
              all: {
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
              },
            },
          },
          { name: "bo", keys: 1 },
        ],
      },
    },
  ],
};

/** The SDK's own client, whose requests go to the door and not to a socket. */
function clientFor(world: World, name: string, secret?: string): IAMClient {
  const key = [...world.credentials.values()].find(
    ({ principal }) => "arn" in principal && principal.arn.endsWith(name),
  )!;
  type Sent = {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string | Uint8Array;
    query?: Record<string, string>;
  };
  const client = new IAMClient({
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: key.accessKeyId, secretAccessKey: secret ?? key.secretAccessKey },
    requestHandler: {
      handle: async (sent: Sent) => {
        const headers = Object.fromEntries(
          Object.entries(sent.headers).map(([header, value]) => [header.toLowerCase(), value]),
        );
        const {
          status,
          headers: answered,
          body,
        } = answerHttp(world, {
          method: sent.method,
          url: sent.path,
          headers,
          body: Buffer.from(sent.body ?? ""),
        });
        return {
          response: {
            statusCode: status,
            headers: answered,
            body: new Blob([Buffer.from(body)]).stream(),
          },
        };
      },
    } as never,
  });
  return client;
}

describe("a door", () => {
  it("serves the SDK for JavaScript", async () => {
    const client = clientFor(buildWorld(declared, "s"), "ana");
    const made = await client.send(
      new CreateUserCommand({ UserName: "cy", Tags: [{ Key: "team", Value: "search" }] }),
    );
    expect(made.User).toMatchObject({
      Arn: "arn:aws:iam::111111111111:user/cy",
      Tags: [{ Key: "team", Value: "search" }],
    });
    const { Users } = await client.send(new ListUsersCommand({}));
    expect(Users!.map(({ UserName }) => UserName)).toEqual(["ana", "bo", "cy"]);
    expect(Users![0]!.CreateDate).toBeInstanceOf(Date);
    const details = await client.send(new GetAccountAuthorizationDetailsCommand({}));
    expect(details.UserDetailList).toHaveLength(3);
  });

  it.each([
    ["somebody without permission", "bo", undefined, "AccessDenied"],
    ["a wrong secret", "ana", "not-the-secret", "SignatureDoesNotMatch"],
  ])("refuses %s", async (_what, name, secret, code) => {
    const client = clientFor(buildWorld(declared, "s"), name, secret);
    const asked = client.send(new GetUserCommand({ UserName: "ana" }));
    await expect(asked).rejects.toMatchObject({ name: code });
  });

  it("lets the world's clock pass for a program that sleeps, a day at most at once", async () => {
    const world = buildWorld(declared, "s");
    const begun = world.nowMs;
    const door = sandboxDoor(world);
    expect(await door({ clock: true })).toEqual({ now: begun });
    expect(await door({ sleep: 30 })).toEqual({ now: begun + 30_000 });
    expect(await door({ sleep: -5 })).toEqual({ now: begun + 30_000 });
    expect(await door({ sleep: 1e12 })).toEqual({ now: begun + 30_000 + 86_400_000 });
  });

  it.each([
    [{ curl: ["-sS", "http://169.254.169.254/"] }, { code: 28 }],
    [{ curl: [{}, 1] }, { code: 3 }],
    [{ fetch: { method: "GET", url: "http://169.254.170.2/v2" } }, { error: /nothing answers/ }],
    [{ fetch: { url: "" } }, { error: /nothing answers/ }],
  ])("has no metadata for whoever is nowhere in AWS: %j", async (request, reply) => {
    const seen = (await sandboxDoor(buildWorld(declared, "s"))(request)) as object;
    for (const [name, value] of Object.entries(reply))
      expect(String(seen[name as never])).toMatch(value instanceof RegExp ? value : String(value));
  });

  it.each([[null], [[]], ["x"], [{}], [{ method: "GET" }], [{ method: 1, url: "/" }]])(
    "answers %j with an error",
    async (request) => {
      expect(await sandboxDoor(buildWorld(declared, "s"))(request)).toHaveProperty("error");
    },
  );

  it("answers what is no request of AWS, and goes on", async () => {
    const door = sandboxDoor(buildWorld(declared, "s"));
    const reply = await door({
      method: "GET",
      url: "/%ff",
      headers: { authorization: "AWS4-HMAC-SHA256 x" },
      body: "/w==",
    });
    expect((reply as { status: number }).status).toBeGreaterThanOrEqual(400);
  });
});
