import { availableParallelism } from "node:os";

import { AppError } from "@loopwright/core";

import { findConfinement, type Confinement, type System } from "../confinement.ts";
import { defaultCacheFolder } from "../places.ts";
import { notConfined } from "../python-runner.ts";
import type { Runner, SandboxCapability } from "../runner.ts";
import type { SandboxOptions } from "../sandbox.ts";
import { findJdk, type JdkSearch } from "./jdk.ts";
import { javaRuns } from "./runs.ts";

type Runs = Omit<Runner, "capability">;

/**
 * Java, in a virtual machine inside a confined child for each job. It needs a JDK of the machine and what
 * confines; both are looked for again with every refused job. Nothing is started before the first job,
 * since many an installation never sees one.
 */
export async function javaRunner(options: SandboxOptions, system: System): Promise<Runner> {
  let confinement = await findConfinement(system);
  let search = findJdk(system, options.javaHome);
  let runs: Runs | null = null;
  let closed = false;

  async function ready(): Promise<Runs> {
    if (closed)
      throw notConfined({ why: "The sandbox is closed.", next: "Start Loopwright again." });
    if (runs !== null) return runs;
    if (!confinement.confined) confinement = await findConfinement(system);
    if (!search.found) search = findJdk(system, options.javaHome);
    const lacking = lackOf(confinement, search);
    if (lacking !== null) throw confinement.confined ? noJdk(lacking) : notConfined(lacking);
    runs ??= start(options, confinement, search);
    return runs;
  }
  return {
    run: async (job) => (await ready()).run(job),
    open: async (job) => (await ready()).open(job),
    capability: () => capabilityOf(confinement, search),
    prepare: async () => {
      if (lackOf(confinement, search) === null) await (await ready()).prepare();
    },
    close: async () => {
      closed = true;
      await runs?.close();
    },
  };
}

function start(options: SandboxOptions, confinement: Confinement, search: JdkSearch): Runs {
  if (!confinement.confined || !search.found) throw new TypeError("started without its tools");
  return javaRuns({
    tools: confinement.tools,
    jdk: search.jdk,
    cacheFolder: options.cacheFolder === undefined ? defaultCacheFolder : options.cacheFolder,
    limits: options.limits ?? {},
    warm: options.warm ?? 2,
    parallel: options.parallel ?? Math.min(availableParallelism(), 4),
    openMax: options.openMax ?? 4,
    openIdleMs: options.openIdleMs ?? 600_000,
  });
}

/**
 * The first thing that is missing, or null where Java runs. Another platform than Linux could confine it by
 * tools of its own (macOS: sandbox-exec), once an attempt to write outside and one to open a socket were
 * both seen to fail; until then nothing is run there.
 */
function lackOf(confinement: Confinement, search: JdkSearch) {
  if (confinement.confined) return search.found ? null : search;
  if (confinement.lacks !== "platform") return confinement;
  return { ...confinement, why: "Java repairs are confined by bubblewrap, which needs Linux." };
}

const noJdk = ({ why, next }: { why: string; next: string }) =>
  new AppError("missing-tool", { message: `${why} Java repairs need a JDK.`, next });

function capabilityOf(confinement: Confinement, search: JdkSearch): SandboxCapability {
  const lacking = lackOf(confinement, search);
  if (lacking !== null) {
    return { language: "java", runs: false, how: `${lacking.why} ${lacking.next}` };
  }
  const version = search.found ? search.jdk.version : "";
  const how = `In a Java ${version} of its own, confined by bubblewrap: no network, no files of this machine, no other process.`;
  return { language: "java", runs: true, how };
}
