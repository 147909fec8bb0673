import type { HostService } from "@loopwright/core";

import type { Confinement } from "../confinement.ts";
import { defaultCacheFolder } from "../places.ts";
import type { ProbeResult } from "../probe.ts";
import type { JdkSearch } from "./jdk.ts";
import { javaRuns } from "./runs.ts";

/** Decides by compiling and running a class, confined. Never throws. */
export async function javaResult(found: Confinement, search: JdkSearch): Promise<ProbeResult> {
  const java = { id: "java", title: "Java (JDK 17 or newer)" } as const;
  if (!search.found) return { ...java, ok: false, detail: search.why, install: search.next };
  const { home, version } = search.jdk;
  const where = `${version} in ${home}`;
  if (!found.confined) {
    return { ...java, ok: false, detail: `${where}. Not started: nothing confines it here.` };
  }
  const size = { limits: {}, warm: 0, parallel: 1, openMax: 1, openIdleMs: 60_000 };
  const built = { tools: found.tools, jdk: search.jdk, cacheFolder: defaultCacheFolder };
  const runs = javaRuns({ ...built, ...size });
  try {
    const seen = await runs.run(trial);
    if (JSON.stringify(seen.result).includes('"value":42')) {
      return { ...java, ok: true, detail: `${where}; a class was compiled and run, confined.` };
    }
    return { ...java, ok: false, detail: `${where}; a trial ended with “${seen.end}”.` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null;
    const said = cause?.message.split("\n")[0] ?? "The confined Java did not start.";
    return { ...java, ok: false, detail: `${where}. ${said}`, install: "Install the JDK again." };
  } finally {
    await runs.close();
  }
}

const nothing: HostService = () => ({});

const trial = {
  language: "java" as const,
  files: { "Trial.java": "class Trial { static int go() { return 42; } }" },
  services: { world: nothing, sql: nothing },
  limits: { timeMs: 20_000 },
  input: {
    entry: null,
    principals: {},
    setup: [],
    cases: [{ steps: [{ call: { target: "Trial#go", args: [] } }] }],
  },
};
