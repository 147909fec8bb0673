import { readFile, stat } from "node:fs/promises";

import {
  levelsFrom,
  organisationFrom,
  readAccountDetails,
  resourcesFrom,
  type Landscape,
  type Organisation,
} from "@loopwright/aws";
import { buildWorld, landscapeOf } from "@loopwright/aws/world";
import { AppError } from "@loopwright/core";
import { parse as parseYaml } from "yaml";

import type { Run } from "../command.ts";
import { inFile } from "../model/files.ts";
import { text } from "../options.ts";

/** An account with thousands of users and roles has some ten megabytes. */
const bytesMax = 50_000_000;

/** What is searched, and the moment at which: a world has a clock of its own. */
type Read = { landscape: Landscape; atMs: number };

/** Reads every file that was named. What is wrong with one says which, and where in it. */
export async function readLandscape(run: Run): Promise<Read> {
  const files = [];
  for (const path of run.positionals) files.push({ path, value: await valueIn(path) });
  const world = files.find(({ value }) => isWorld(value));
  if (world) return ofWorld(run, world);
  const accounts = files.map(({ path, value }) => located(path, () => readAccountDetails(value)));
  return { landscape: await ofAccounts(run, accounts), atMs: Date.now() };
}

async function ofAccounts(run: Run, accounts: Landscape["accounts"]): Promise<Landscape> {
  const scp = await levelsOf(texts(run, "scp"), "scp");
  const rcp = await levelsOf(texts(run, "rcp"), "rcp");
  const managers = [...new Set([...scp.managers, ...rcp.managers])];
  if (managers.length > 1) {
    throw new AppError("invalid-input", {
      message: `The files name several management accounts: ${managers.join(", ")}.`,
      next: "Give the policies of one organisation.",
    });
  }
  const file = text(run, "organisation");
  const told = file === undefined ? null : await fromFile(file, organisationFrom);
  const ids = accounts.map(({ id }) => id);
  const resources = text(run, "resources");
  return {
    accounts,
    serviceControl: scp.levels,
    resourceControl: rcp.levels,
    organisation: organisationOf(told, managers[0] ?? null, ids),
    resources: resources === undefined ? null : await fromFile(resources, resourcesFrom),
  };
}

/** Policies that name a management account are those of an organisation, and all accounts are taken for members. */
function organisationOf(
  told: Organisation | null,
  manager: string | null,
  accounts: readonly string[],
): Organisation | null {
  if (told) return { ...told, managementAccount: told.managementAccount ?? manager };
  return manager === null ? null : { id: null, managementAccount: manager, accounts };
}

async function levelsOf(paths: readonly string[], kind: "scp" | "rcp") {
  const levels = [];
  const managers = [];
  for (const path of paths) {
    const read = await fromFile(path, (value) => levelsFrom(value, kind));
    levels.push(...read.levels);
    if (read.managementAccount !== null) managers.push(read.managementAccount);
  }
  return { levels, managers };
}

/** Of an option that may be given several times. */
function texts({ options }: Run, name: string): string[] {
  const given: unknown = options[name];
  return Array.isArray(given) ? given.filter((one) => typeof one === "string") : [];
}

/** Told apart by what a world has at its top, and IAM's listing has not. */
const isWorld = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "accounts");

/** A world says all of it: its accounts, the organisation's policies, and what runs. */
function ofWorld({ positionals, options }: Run, { path, value }: { path: string; value: unknown }) {
  const beside = ["scp", "rcp", "organisation", "resources"].filter((name) => name in options);
  if (positionals.length > 1 || beside.length > 0) {
    throw new AppError("invalid-input", {
      message: "A world stands alone: its accounts, policies and resources are in it.",
      next: `Leave out ${beside.length > 0 ? beside.map((name) => `--${name}`).join(", ") : "the other files"}.`,
      where: path,
    });
  }
  return located(path, () => {
    const world = buildWorld(value, "escalations");
    return { landscape: landscapeOf(world), atMs: world.nowMs };
  });
}

async function fromFile<Found>(path: string, read: (value: unknown) => Found): Promise<Found> {
  const value = parseJson(await contentOf(path), path);
  return located(path, () => read(value));
}

function located<Found>(path: string, work: () => Found): Found {
  try {
    return work();
  } catch (error) {
    throw error instanceof AppError ? inFile(error, path) : error;
  }
}

/** JSON begins with a brace or a bracket; all else is read as YAML, which worlds are written in. */
async function valueIn(path: string): Promise<unknown> {
  const content = (await contentOf(path)).replace(/^\uFEFF/, "");
  if (/^\s*[{[]/.test(content)) return parseJson(content, path);
  try {
    const value: unknown = parseYaml(content);
    if (typeof value === "object" && value !== null) return value;
  } catch (cause) {
    throw noFile(path, `no YAML: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  throw noFile(path, "neither a world nor what IAM lists of an account");
}

const noFile = (where: string, what: string, cause?: unknown) =>
  new AppError("invalid-input", {
    message: `That is ${what.replace(/[.\s]+$/, "")}.`,
    next: "Name a world's YAML, or what `aws iam get-account-authorization-details` printed as JSON.",
    where,
    cause,
  });

async function contentOf(path: string): Promise<string> {
  const missing = (cause: unknown) =>
    new AppError("not-found", {
      message: "The file cannot be read.",
      next: "Check the path; a folder is none.",
      where: path,
      cause,
    });
  const { size } = await stat(path).catch((cause: unknown) => {
    throw missing(cause);
  });
  if (size > bytesMax) {
    throw new AppError("too-large", {
      message: `A file may have ${bytesMax} bytes; this has ${size}.`,
      next: "Ask IAM for less, such as with --filter User Role Group LocalManagedPolicy.",
      where: path,
    });
  }
  return readFile(path, "utf8").catch((cause: unknown) => {
    throw missing(cause);
  });
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new AppError("invalid-input", {
      message: `That is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      next: "Save the output of the AWS CLI with --output json, and name that file.",
      where: path,
      cause,
    });
  }
}
