import { expect, it } from "vitest";

import { dockerfiles } from "./exercise.ts";

/** What a build takes, read once more in another way: by expressions over the whole text. */
function looseIn(text: string): string[] {
  const whole = text.replaceAll(/\\\n\s*/g, " ").replaceAll(/^#.*\n/gm, "");
  const [head = ""] = whole.split(/^FROM\b/im);
  const given = [...head.matchAll(/^ARG (\w+)="?([^"\n]+)"?$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  const stages = new Set(
    [...whole.matchAll(/^FROM\b.*\bAS +(\w+)/gim)].map(([, name]) => name!.toLowerCase()),
  );
  const taken = [
    ...whole.matchAll(/^FROM +(?:--\S+ +)*(\S+)/gim),
    ...whole.matchAll(/^COPY .*?--from=(\S+)/gim),
  ].map(([, name]) =>
    name!.replaceAll(/\$\{?(\w+)\}?/g, (_, one: string) =>
      String(new Map(given as [string, string][]).get(one)),
    ),
  );
  const isImage = (name: string) =>
    !stages.has(name.toLowerCase()) && !/^(\d+|scratch|undefined)$/.test(name);
  return [...new Set(taken.filter((name) => isImage(name) && !name.includes("@sha256:")))];
}

it.each(["stages", "copied", "arguments", "continued", "unknown", "clean", ""])(
  "with %j the key is what a second reading finds",
  (trait) => {
    for (const seed of ["a", "b", "c"]) {
      const made = dockerfiles.make({ seed, size: 60, traits: trait === "" ? [] : [trait] });
      const read = Object.entries(made.files).flatMap(([path, text]) =>
        looseIn(text).map((image) => `${path} ${image}`),
      );
      const { findings } = made.expected(null);
      expect(read.toSorted()).toEqual(
        findings.map((one) => `${one["path"]} ${one["image"]}`).toSorted(),
      );
    }
  },
);
