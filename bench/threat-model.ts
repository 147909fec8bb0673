import { analyse, catalogue } from "@loopwright/threat-model";

import { largeModel } from "./large-model.ts";
import { below, median, timed, type Figure } from "./table.ts";

const size = { elements: 1_000, flows: 1_500, zones: 40, assets: 60 };
const runs = 9;
const warmUps = 3;

/** A large model analysed by the whole catalogue, as after each edit in the studio. */
export async function analyseLarge(): Promise<Figure[]> {
  const model = largeModel(size);
  const run = () => timed(async () => analyse(model));
  for (let count = 0; count < warmUps; count += 1) await run();
  const times: number[] = [];
  for (let count = 0; count < runs; count += 1) times.push(await run());
  const { findings } = analyse(model);
  const what = `${size.elements} elements and ${size.flows} flows analysed by ${catalogue.length} rules`;
  return [
    below({
      what: `${what} (${findings.length} findings, median)`,
      value: median(times),
      below: 100,
      unit: "ms",
    }),
  ];
}
