import type { Json, Observations, OpenRun, RunEnd, SandboxPort } from "@loopwright/core";

import { sandboxDoor } from "../door/sandbox.ts";
import { regionEnv, startEnv } from "../world/start-env.ts";
import type { LoggedCall, World } from "../world/world.ts";

export type { LoggedCall };

export type Script = {
  /** Path of the program among the files. */
  entry: string;
  args: readonly string[];
  /** Everything that lies in its folder, the program included. A byte that is no UTF-8 is a lone surrogate (PEP 383). */
  files: Readonly<Record<string, string>>;
};

/** What one run of a script was seen to do. */
export type ScriptRun = {
  end: RunEnd;
  /** As a process would end; null where the interpreter was stopped. */
  exit: number | null;
  stdout: string;
  stderr: string;
  /** Text files that it wrote; null of one that it took away. */
  written: Record<string, string | null>;
  /** Its calls, in order. */
  calls: readonly LoggedCall[];
  /** Where it ran, if not on the server. */
  where: "browser" | null;
};

export type Limits = { timeMs: number; outputBytes: number; calls: number };

/**
 * Runs scripts one after the other in one interpreter: each in a folder of its own files, with a fresh `__main__`, on
 * an account of its own. An interpreter that was stopped is replaced by another.
 */
export class ScriptRuns {
  readonly #sandbox: SandboxPort;
  readonly #limits: Limits;
  #open: OpenRun | null = null;
  #ground: { world: World; door: ReturnType<typeof sandboxDoor>; answered: number } | null = null;

  constructor(sandbox: SandboxPort, limits: Limits) {
    this.#sandbox = sandbox;
    this.#limits = limits;
  }

  /** Runs on what is there: give the world of an earlier run to run again in it. Null: no account at all. */
  async run(script: Script, on: { world: World; region: string } | null): Promise<ScriptRun> {
    this.#ground = on && { world: on.world, door: sandboxDoor(on.world), answered: 0 };
    const before = on?.world.log.length ?? 0;
    this.#open ??= await this.#opened();
    const seen = await this.#open.send({
      script: { path: script.entry, args: [...script.args] },
      files: { ...script.files },
      env: on ? { ...startEnv(on.world), ...regionEnv(on.region) } : {},
    });
    if (seen.end !== "finished") await this.close();
    await this.#follow(seen);
    const { end, stdout, stderr } = seen;
    const calls = on?.world.log.slice(before) ?? [];
    return { end, stdout, stderr, calls, where: seen.where ?? null, ...told(seen.result) };
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = null;
  }

  #opened(): Promise<OpenRun> {
    const aws = async (request: Json) => {
      if (!this.#ground) return { error: "there is no account here" };
      this.#ground.answered += 1;
      return this.#ground.door(request);
    };
    return this.#sandbox.open({
      language: "python",
      image: "aws",
      files: {},
      input: {},
      limits: { ...this.#limits, memoryMb: 640 },
      services: { aws },
    });
  }

  /** Of a replay nothing came through the door, and the calls are made here. */
  async #follow({ calls }: Observations): Promise<void> {
    const ground = this.#ground;
    if (!ground) return;
    for (const { request } of calls.slice(ground.answered)) await ground.door(request);
  }
}

function told(result: Json): Pick<ScriptRun, "exit" | "written"> {
  if (result === null || typeof result !== "object" || Array.isArray(result))
    return { exit: null, written: {} };
  const { exit, files } = result;
  const isFiles = files !== null && typeof files === "object" && !Array.isArray(files);
  return {
    exit: typeof exit === "number" ? exit : null,
    written: isFiles ? (files as Record<string, string | null>) : {},
  };
}
