import {
  AppError,
  openLive,
  type Job,
  type Json,
  type LiveOf,
  type Observations,
  type Ports,
} from "@loopwright/core";
import { describe, expect, it } from "vitest";

import { Terminal } from "./terminal.ts";

const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  start: "arn:aws:iam::111111111111:user/ana",
  accounts: [{ id: "111111111111", name: "Shop", iam: { users: [{ name: "ana", keys: 1 }] } }],
};

/**
 * A sandbox whose commands are numbers: it sleeps so many seconds in the world, writes what it slept so far into a
 * file, and remembers what it was asked, as an interpreter does.
 */
function sandbox({ closes = false, where }: { closes?: boolean; where?: "browser" } = {}) {
  const opened: Job[] = [];
  const sent: string[] = [];
  const open = async (job: Job) => {
    opened.push(job);
    let slept = Number(job.files["slept"] ?? 0);
    let gone = false;
    return {
      send: async (request: Json): Promise<Observations> => {
        if (gone)
          throw new AppError("sandbox-failed", { message: "Gone.", next: "Open it again." });
        const line = (request as { run: string }).run;
        sent.push(line);
        const call = { sleep: Number(line) };
        const response = await job.services!["aws"]!(call);
        slept += call.sleep;
        gone = closes;
        const result = { exit: 0, files: { slept: String(slept) }, env: { SLEPT: String(slept) } };
        const calls = [{ service: "aws", request: call, response }];
        const seen = { end: "finished", result, stdout: `${slept}\n`, stderr: "", calls } as const;
        return { ...seen, ...(where && { where }) };
      },
      close: async () => {},
    };
  };
  const ports = { sandbox: { open, run: () => Promise.reject(new Error("not asked")) } } as Ports;
  return { ports, opened, sent };
}

type Kind = never;
const live = {
  start: () => new Terminal({ declared, seed: "s", region: "eu-west-1", files: {} }),
  step: async ({ state, action, ports }: { state: Terminal; action: Json; ports: Ports }) => {
    const view = await state.command(String(action), ports.sandbox);
    return { state, view };
  },
} as unknown as LiveOf<Kind, Terminal>;
const material = { brief: {}, files: {}, key: {}, seed: "s" };

async function played(lines: string[], box = sandbox()) {
  const run = await openLive(live, material, { log: [], ports: box.ports });
  const log = [];
  for (const line of lines) log.push((await run.take(line, 0)).action);
  return {
    run,
    log: JSON.parse(JSON.stringify(log)) as typeof log,
    terminal: run.state as Terminal,
    box,
  };
}

describe("Terminal", () => {
  it("hands the credentials of whoever begins to the interpreter, and follows files and variables", async () => {
    const { terminal, box } = await played(["5", "7"]);
    const env = (box.opened[0]!.input as { env: Record<string, string> }).env;
    expect(env).toMatchObject({
      AWS_ACCESS_KEY_ID: terminal.world.start!.accessKeyId,
      AWS_DEFAULT_REGION: "eu-west-1",
    });
    expect([...terminal.files]).toEqual([["slept", "12"]]);
    expect(terminal.world.nowMs).toBe(Date.parse(declared.now) + 12_000);
  });

  it("hands no key to who sits in a container, and the path where its credentials are", async () => {
    const trust = {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    };
    const containers = [{ name: "api", role: "api", shell: true }];
    const account = {
      ...declared.accounts[0]!,
      iam: { roles: [{ name: "api", trust }] },
      regions: { "eu-west-1": { ec2: { instances: [{ name: "host", containers }] } } },
    };
    const start = "arn:aws:iam::111111111111:role/api";
    const { ports, opened } = sandbox();
    const region = "eu-west-1";
    const given = { ...declared, accounts: [account] };
    await new Terminal({ declared: given, start, seed: "s", region, files: {} }).command(
      "1",
      ports.sandbox,
    );
    const { env } = opened[0]!.input as { env: Record<string, string> };
    expect(env).not.toHaveProperty("AWS_ACCESS_KEY_ID");
    expect(env["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"]).toMatch(
      /^\/v2\/credentials\/[0-9a-f-]{36}$/,
    );
  });

  it("leaves the same world when it is replayed, and starts nothing for it", async () => {
    const { terminal, log } = await played(["5", "7"]);
    const box = sandbox();
    const again = await openLive(live, material, { log, ports: box.ports });
    expect((again.state as Terminal).world.nowMs).toBe(terminal.world.nowMs);
    expect([...(again.state as Terminal).files]).toEqual([...terminal.files]);
    expect(box.opened).toEqual([]);
  });

  it("lets nothing happen twice when commands are sent once more after a restart", async () => {
    const { log } = await played(["5", "7"]);
    const box = sandbox();
    const again = await openLive(live, material, { log, ports: box.ports });
    const { view } = await again.take("1", 0);
    expect(box.sent).toEqual(["5", "7", "1"]);
    expect(view).toMatchObject({ stdout: "13\n" });
    expect((again.state as Terminal).world.nowMs).toBe(Date.parse(declared.now) + 13_000);
  });

  it("puts another interpreter in the place of one that is gone, with its files and variables", async () => {
    const { terminal, log, box } = await played(["5", "7"], sandbox({ closes: true }));
    expect(box.opened).toHaveLength(2);
    expect(box.opened[1]).toMatchObject({ files: { slept: "5" }, input: { env: { SLEPT: "5" } } });
    expect(terminal.world.nowMs).toBe(Date.parse(declared.now) + 12_000);
    const again = await openLive(live, material, { log, ports: sandbox().ports });
    expect((again.state as Terminal).world.nowMs).toBe(terminal.world.nowMs);
  });

  it.each([["browser" as const], [undefined]])(
    "knows whether a browser reported a command (%s), in a replay too",
    async (where) => {
      const { terminal, log } = await played(["5"], sandbox(where && { where }));
      const again = await openLive(live, material, { log, ports: sandbox().ports });
      const both = [terminal, again.state as Terminal].map(({ ranInBrowser }) => ranInBrowser);
      expect(both).toEqual([where === "browser", where === "browser"]);
    },
  );

  it("makes copies of the world as it is, and as it was", async () => {
    const { terminal } = await played(["5"]);
    const copy = await terminal.rebuilt();
    expect(copy.nowMs).toBe(terminal.world.nowMs);
    expect(copy).not.toBe(terminal.world);
    expect(terminal.untouched().nowMs).toBe(Date.parse(declared.now));
  });
});
