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
      return joined(halves, first!, second!);
    } finally {
      running -= 1;
    }
  }
  return { ...port, run };
}

type Listed = "cases" | "pages";
/** `places`: where in the whole list each one of a half stood. */
type Halves = { name: Listed; places: [number[], number[]]; jobs: [Job, Job] };

function halvesOf(job: Job): Halves | null {
  if (job.language !== "javascript" || Object.keys(job.services ?? {}).length > 0) return null;
  const { input } = job;
  for (const name of ["cases", "pages"] as const) {
    const all = listIn(input, name);
    if (all === null || all.length < leastCases) continue;
    const places = evenly(all.map((one) => listIn(one, "steps")?.length ?? 1));
    const half = (own: number[]): Job => {
      const some = own.map((at) => all[at]!);
      return { ...job, input: { ...(input as object), [name]: some } };
    };
    return { name, places, jobs: [half(places[0]), half(places[1])] };
  }
  return null;
}

/** The heaviest first, each to the half that has less to do: the slower half is what is waited for. */
function evenly(weights: number[]): [number[], number[]] {
  const order = weights.map((_, at) => at).toSorted((a, b) => weights[b]! - weights[a]!);
  const halves: [number[], number[]] = [[], []];
  const loads = [0, 0];
  for (const at of order) {
    const lighter = loads[1]! < loads[0]! ? 1 : 0;
    halves[lighter].push(at);
    loads[lighter]! += weights[at]!;
  }
  return halves;
}

function joined({ name, places }: Halves, first: Observations, second: Observations): Observations {
  const ended = first.end === "finished" ? second : first;
  const whole: Json[] = [];
  const isWhole = [first, second].every(({ result }, half) => {
    const list = listIn(result, name);
    list?.forEach((one, at) => (whole[places[half]![at]!] = one));
    return list?.length === places[half]!.length;
  });
  return {
    ...ended,
    result: ended.end === "finished" && isWhole ? { [name]: whole } : null,
    stdout: first.stdout + second.stdout,
    stderr: first.stderr + second.stderr,
    calls: [...first.calls, ...second.calls],
  };
}

function listIn(value: Json, name: Listed | "steps"): Json[] | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const found = value[name];
  return Array.isArray(found) ? found : null;
}
