import { bootChild } from "./boot.ts";
import { confinedLaunch } from "./bwrap.ts";
import { findConfinement, thisSystem, type Confinement, type System } from "./confinement.ts";
import { loadImage } from "./image.ts";
import { findJdk } from "./java/jdk.ts";
import { javaResult } from "./java/probe.ts";
import { javascriptResult } from "./javascript/probe.ts";
import { defaultLimits } from "./limits.ts";
import { labImage, pyodideVersion } from "./places.ts";

/** One line of `loopwright doctor`: what was tried, whether it works, and how to get it. */
export type ProbeResult = {
  id: "node" | "bwrap" | "prlimit" | "python" | "javascript" | "java";
  title: string;
  ok: boolean;
  detail: string;
  /** The command or the step that mends it; absent where nothing is to be mended. */
  install?: string;
};

const nodeMin = [20, 19] as const;

/** Decides by trying, and starts one confined interpreter of each kind. Never throws. */
export async function probe(
  system: System = thisSystem,
  javaHome?: string,
): Promise<ProbeResult[]> {
  const found = await findConfinement(system);
  return [
    nodeResult(process.versions.node),
    ...toolResults(found),
    await pythonResult(found),
    await javascriptResult(),
    await javaResult(found, findJdk(system, javaHome)),
  ];
}

export function nodeResult(version: string): ProbeResult {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const ok = major > nodeMin[0] || (major === nodeMin[0] && minor >= nodeMin[1]);
  const result = { id: "node", title: "Node.js", ok, detail: `version ${version}` } as const;
  if (ok) return result;
  return {
    ...result,
    install: `Node ${nodeMin.join(".")} or newer: https://nodejs.org/en/download`,
  };
}

function toolResults(found: Confinement): ProbeResult[] {
  const bwrap = { id: "bwrap", title: "bubblewrap confines" } as const;
  const prlimit = { id: "prlimit", title: "prlimit sets limits" } as const;
  if (found.confined) {
    return [
      { ...bwrap, ok: true, detail: `${found.tools.bwrap} made an empty world and ran in it` },
      { ...prlimit, ok: true, detail: found.tools.prlimit },
    ];
  }
  const failed = { ok: false, detail: found.why, install: found.next };
  if (found.lacks === "prlimit") return [{ ...prlimit, ...failed }];
  return [{ ...bwrap, ...failed }];
}

async function pythonResult(found: Confinement): Promise<ProbeResult> {
  const python = { id: "python", title: `Python (Pyodide ${pyodideVersion})` } as const;
  if (!found.confined) {
    return {
      ...python,
      ok: false,
      detail: "Not started: nothing confines it here. The page runs it in the browser.",
    };
  }
  try {
    const spec = { image: await loadImage(labImage), snapshot: null };
    const memoryMb = defaultLimits.memoryMb;
    const child = await bootChild(confinedLaunch(found.tools), { ...spec, memoryMb });
    child.kill();
    await child.ended;
    return { ...python, ok: true, detail: "An interpreter started, confined." };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null;
    const detail = cause?.message.split("\n")[0] ?? "The confined interpreter did not start.";
    return { ...python, ok: false, detail, install: "In the folder of Loopwright: npm ci" };
  }
}
