import { readFile, stat } from "node:fs/promises";

import {
  levelsFrom,
  organisationFrom,
  readAccountDetails,
  resourcesFrom,
  type Landscape,
  type Organisation,
} from "@loopwright/aws";
import { AppError } from "@loopwright/core";

import type { Run } from "../command.ts";
import { inFile } from "../model/files.ts";
import { text } from "../options.ts";

/** An account with thousands of users and roles has some ten megabytes. */
const bytesMax = 50_000_000;

/** Reads every file that was named. What is wrong with one says which, and where in it. */
export async function readLandscape(run: Run): Promise<Landscape> {
  const accounts = [];
  for (const path of run.positionals) accounts.push(await fromFile(path, readAccountDetails));
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

async function fromFile<Read>(path: string, read: (value: unknown) => Read): Promise<Read> {
  const value = parse(await contentOf(path), path);
  try {
    return read(value);
  } catch (error) {
    throw error instanceof AppError ? inFile(error, path) : error;
  }
}

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

function parse(content: string, path: string): unknown {
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
