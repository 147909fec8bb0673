import { between, draw } from "../names.ts";

export const account = "333344445555";
export const region = "eu-west-1";

/** What one run's role works with: names that are drawn, so that no world's policy is another's. */
export type Names = ReturnType<typeof namesFrom>;

const goods =
  "blankets boots cameras drills kettles lamps rackets shelves skates speakers tents toasters".split(
    " ",
  );
const folders = "arrivals claims damaged labels photos refunds sorted weighed".split(" ");
const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => between(random, 0, 15).toString(16)).join("");

const differing = (random: () => number, list: readonly string[], count: number): string[] => {
  const taken = new Set<string>();
  while (taken.size < count) taken.add(draw(random, list));
  return [...taken];
};

/** An id as KMS gives it. */
const keyId = (random: () => number): string =>
  [8, 4, 4, 4, 12].map((length) => hex(random, length)).join("-");

export function namesFrom(random: () => number) {
  const [first, second, third] = differing(random, goods, 3) as [string, string, string];
  const suffix = () =>
    Array.from({ length: 6 }, () => draw(random, "abcdefghkmnpqrtXYZ234".split(""))).join("");
  return {
    /** Of two buckets each with two folders. */
    buckets: [`returns-${first}`, `returns-${second}-eu`] as [string, string],
    folders: differing(random, folders, 4) as [string, string, string, string],
    tables: [`Returns-${first}`, `Stock-${second}`, `Refunds-${third}`] as [string, string, string],
    queues: [`to-${second}`, `to-${third}`] as [string, string],
    functions: [`price-${first}`, `grade-${second}`] as [string, string],
    keys: [keyId(random), keyId(random), keyId(random)] as [string, string, string],
    secrets: { byName: `returns/${first}/carrier`, byArn: `returns/${third}/printer-${suffix()}` },
  };
}

export const arn = (service: string, rest: string, at = region): string =>
  `arn:aws:${service}:${at}:${account}:${rest}`;
