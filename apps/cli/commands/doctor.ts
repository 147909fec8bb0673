import { access, constants, mkdir } from "node:fs/promises";

import { probe } from "@loopwright/sandbox";
import { readLock } from "@loopwright/store";

import { defineCommand } from "../src/command.ts";
import type { Env } from "../src/env.ts";
import { version } from "../src/places.ts";

type Finding = { title: string; ok: boolean; detail: string };

export const command = defineCommand({
  summary: "Says what is installed and confined here, what is missing, and how to get it.",
  usage: "[--json]",
  details: "Decides by trying. Exits with 7 when a language cannot be run that a drill needs.",
  options: { json: { type: "boolean" } },
  run: async ({ env, options, say, paint }) => {
    const findings = [await dataFolder(env), ...(await confinement(env))];
    if (options["json"] === true) say(JSON.stringify({ version, findings }, null, 2));
    else {
      for (const { title, ok, detail } of findings) {
        say(`${ok ? paint.green("✓") : paint.yellow("○")} ${title.padEnd(26)}${detail}`);
      }
    }
    return findings.every(({ ok }) => ok) ? 0 : 7;
  },
});

async function dataFolder({ dataFolder: folder, databaseUrl }: Env): Promise<Finding> {
  const holder = readLock(folder);
  const used = holder ? `, in use by process ${holder.pid}` : "";
  const where = `${folder}${databaseUrl ? ", database on PostgreSQL" : ", embedded database"}${used}`;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return { title: "Data folder", ok: true, detail: where };
  } catch {
    const detail = `${folder} cannot be written. Set LOOPWRIGHT_DATA to a folder of yours.`;
    return { title: "Data folder", ok: false, detail };
  }
}

/** Tried, not looked up: an installed tool may still be refused by the system. */
async function confinement({ javaHome }: Env): Promise<Finding[]> {
  const results = await probe(undefined, javaHome);
  return results.map(({ title, ok, detail, install }) => ({
    title,
    ok,
    detail: ok || install === undefined ? detail : `${detail} Next: ${install}`,
  }));
}
