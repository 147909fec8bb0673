import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Job, Json, Observations } from "@loopwright/core";
import { createSandbox, type Sandbox } from "@loopwright/sandbox";

import { awsImage } from "../index.ts";
import { account } from "./account.ts";

/** One folder for all tests: the image and its snapshot are made once. */
export const cacheFolder = join(tmpdir(), "loopwright-aws-image");

export async function awsSandbox(): Promise<Sandbox> {
  mkdirSync(cacheFolder, { recursive: true });
  return createSandbox({
    images: [awsImage({ cacheFolder })],
    warm: 0,
    cacheFolder,
    limits: { timeMs: 30_000 },
  });
}

type Given = { files?: Record<string, string>; input?: Record<string, Json>; job?: Partial<Job> };

/** A job of the image in a fresh account. */
export function awsJob({ files = {}, input = {}, job = {} }: Given = {}) {
  const { world, env, aws } = account();
  const whole: Job = {
    language: "python",
    image: "aws",
    files,
    input: { env, ...input },
    services: { aws },
    ...job,
  };
  return { world, job: whole };
}

/** Exit code and what was printed. */
export const told = ({ end, result, stdout, stderr }: Observations) => ({
  end,
  exit: (result as { exit: number } | null)?.exit ?? null,
  stdout,
  stderr,
});
