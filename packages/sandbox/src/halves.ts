import type { Job, Json, Observations, SandboxPort } from "@loopwright/core";

/** Fewer are over before a second interpreter has loaded the program. */
const leastCases = 8;

/**
 * Runs the two halves of a long JavaScript job side by side, on two cores: no case sees another, and no page, so
 * it makes no difference to them. Not while another job runs, and not where the job's own services might count.
 * Limits hold for each half.
 */
export function inHalves(port: SandboxPort): SandboxPort {
  let running = 0;
  async function run(job: Job): Promise<Observations> {
    const halves = running === 0 ? halvesOf(job) : null;
    running += 1;
    try {
      if (halves === null) return await port.run(job);
      const [first, second] = await Promise.all(halves.jobs.map((half) => port.run(half)));
      return joined(halves.name, first!, second!);
    } finally {
      running -= 1;
    }
  }
  return { ...port, run };
}

type Listed = "cases" | "pages";

function halvesOf(job: Job): { name: Listed; jobs: [Job, Job] } | null {
  if (job.language !== "javascript" || Object.keys(job.services ?? {}).length > 0) return null;
  const { input } = job;
  for (const name of ["cases", "pages"] as const) {
    const all = listIn(input, name);
    if (all === null || all.length < leastCases) continue;
    const middle = Math.ceil(all.length / 2);
    const half = (some: Json[]): Job => ({ ...job, input: { ...(input as object), [name]: some } });
    return { name, jobs: [half(all.slice(0, middle)), half(all.slice(middle))] };
  }
  return null;
}

function joined(name: Listed, first: Observations, second: Observations): Observations {
  const ended = first.end === "finished" ? second : first;
  const lists = [listIn(first.result, name), listIn(second.result, name)];
  const whole = ended.end === "finished" && lists[0] !== null && lists[1] !== null;
  return {
    ...ended,
    result: whole ? { [name]: lists.flatMap((list) => list ?? []) } : null,
    stdout: first.stdout + second.stdout,
    stderr: first.stderr + second.stderr,
    calls: [...first.calls, ...second.calls],
  };
}

function listIn(value: Json, name: Listed): Json[] | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const found = value[name];
  return Array.isArray(found) ? found : null;
}
