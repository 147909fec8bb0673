import {
  toAppError,
  type HostService,
  type Json,
  type Observations,
  type OpenRun,
  type SandboxPort,
} from "@loopwright/core";

import { footholdEnv, footholdOfStart } from "../compute/foothold.ts";
import { sandboxDoor } from "../door/sandbox.ts";
import { buildWorld } from "../world/build.ts";
import { regionEnv, startEnv } from "../world/start-env.ts";
import type { World } from "../world/world.ts";

type Begin = {
  /** A world's declaration, and who sits at the terminal where that says otherwise. */
  declared: unknown;
  start?: string | undefined;
  seed: string;
  /** Where commands go that name no region. */
  region: string;
  /** Files of the working folder, by path. */
  files: Readonly<Record<string, string>>;
};

type Known = { request: Json; response: Json };

/** What one command did. */
export type CommandView = { exit: number; stdout: string; stderr: string; note: string | null };

const limits = { timeMs: 60_000, memoryMb: 640, outputBytes: 200_000, calls: 3_000 };

/**
 * A terminal in an account: commands run in the sandbox, and what they call reaches a world on the host. The world
 * follows from the calls alone, so a replay, which gets what the sandbox reported and starts nothing, leaves the
 * same world.
 */
export class Terminal {
  readonly world: World;
  readonly files: Map<string, string>;
  readonly #begin: Begin;
  readonly #env: Map<string, string>;
  /** Every call so far with its answer. */
  readonly #known: Known[] = [];
  readonly #door: HostService;
  #run: OpenRun | null = null;
  #ranInBrowser = false;

  constructor(begin: Begin) {
    this.#begin = begin;
    this.world = worldOf(begin);
    this.#door = doorOf(this.world);
    this.files = new Map(Object.entries(begin.files));
    const { region } = begin;
    const env = { ...ownEnv(this.world), ...regionEnv(region) };
    this.#env = new Map(Object.entries(env));
  }

  /** Puts a file into the working folder; the next command finds it. */
  async save(path: string, text: string): Promise<void> {
    this.files.set(path, text);
    // An interpreter takes files when it opens: the next command opens another.
    await this.close();
  }

  /** Runs a line of the shell. An interpreter that is gone is replaced by one that stands where it stood. */
  async command(line: string, sandbox: SandboxPort): Promise<CommandView> {
    const seen = await this.#send({ run: line }, sandbox);
    const { end, stdout, stderr } = seen;
    if (end !== "finished") await this.close();
    return { exit: exitOf(seen), stdout, stderr, note: notes[end] };
  }

  /** Whether a browser reported any of it: its owner could have changed that. */
  get ranInBrowser(): boolean {
    return this.#ranInBrowser;
  }

  async close(): Promise<void> {
    await this.#run?.close();
    this.#run = null;
  }

  /**
   * The same world once more, to try out in it what must not happen in this one; `between` is done in it before each
   * command and after the last.
   */
  async rebuilt(between?: (world: World) => void): Promise<World> {
    const world = worldOf(this.#begin);
    const door = doorOf(world);
    for (const { request } of this.#known) {
      if (isBegin(request)) between?.(world);
      await door(request);
    }
    between?.(world);
    return world;
  }

  /** The world as it was before anything was done. */
  untouched(): World {
    return worldOf(this.#begin);
  }

  async #send(request: Json, sandbox: SandboxPort): Promise<Observations> {
    this.#run ??= await this.#open(sandbox);
    try {
      return await this.#followed(this.#run, request);
    } catch (error) {
      // Closed after a silence, for instance: a new one is told what the old one knew.
      if (toAppError(error).code !== "sandbox-failed") throw error;
      this.#run = await this.#open(sandbox);
      return await this.#followed(this.#run, request);
    }
  }

  async #followed(run: OpenRun, request: Json): Promise<Observations> {
    const before = this.#known.length;
    const seen = await run.send(request);
    // Of a replay nothing came through the door, and the calls are made here.
    for (const call of seen.calls.slice(this.#known.length - before)) {
      this.#known.push({ request: call.request, response: await this.#door(call.request) });
    }
    this.#keep(seen.result);
    this.#ranInBrowser ||= seen.where === "browser";
    return seen;
  }

  #open(sandbox: SandboxPort): Promise<OpenRun> {
    return sandbox.open({
      language: "python",
      image: "aws",
      files: Object.fromEntries(this.files),
      input: { env: Object.fromEntries(this.#env) },
      limits,
      services: { aws: this.#service() },
    });
  }

  /**
   * What an interpreter calls. After a restart its commands are sent once more, and the calls that they make are
   * answered from what is known: nothing happens twice.
   */
  #service(): HostService {
    let at = this.#known.length;
    return async (request) => {
      const known = this.#known[at];
      at += 1;
      if (known) return known.response;
      const response = await this.#door(request);
      this.#known.push({ request, response });
      return response;
    };
  }

  #keep(result: Json): void {
    if (result === null || typeof result !== "object" || Array.isArray(result)) return;
    follow(this.files, result["files"]);
    follow(this.#env, result["env"]);
  }
}

/** Null takes away. */
function follow(kept: Map<string, string>, changes: Json | undefined): void {
  if (changes === null || typeof changes !== "object" || Array.isArray(changes)) return;
  for (const [name, value] of Object.entries(changes)) {
    if (typeof value === "string") kept.set(name, value);
    else kept.delete(name);
  }
}

/** A command begins with the question what time it is. */
const isBegin = (request: Json): boolean =>
  typeof request === "object" &&
  request !== null &&
  !Array.isArray(request) &&
  request["clock"] === true;

function worldOf({ declared, start, seed }: Begin): World {
  const given = start === undefined ? declared : { ...(declared as object), start };
  return buildWorld(given, seed);
}

/** Someone in a container calls from there. */
const doorOf = (world: World): HostService => sandboxDoor(world, footholdOfStart(world) ?? {});

/** The keys of whoever begins; in a container SDKs fetch them, as they do there. */
function ownEnv(world: World): Record<string, string> {
  const foothold = footholdOfStart(world);
  return foothold ? footholdEnv(foothold) : startEnv(world);
}

function exitOf({ result }: Observations): number {
  if (result === null || typeof result !== "object" || Array.isArray(result)) return 1;
  return typeof result["exit"] === "number" ? result["exit"] : 1;
}

/** Why a command ended that did not end by itself. */
const notes: Record<Observations["end"], string | null> = {
  finished: null,
  time: "Stopped: a command may take a minute.",
  memory: "Stopped: the memory was used up.",
  output: "Stopped: more was printed than a terminal keeps.",
  calls: "Stopped: too many calls for one command.",
  crashed: "The interpreter ended. Files and variables of the last command that finished are kept.",
};
