import { expect, it } from "vitest";

import { dockerfiles } from "./exercise.ts";

/** What a build takes, read once more in another way: by expressions over the whole text. */
function looseIn(text: string): string[] {
  const whole = text.replaceAll(/^#.*\n/gm, "").replaceAll(/\\\n\s*/g, " ");
  const [head = ""] = whole.split(/^FROM\b/im);
  const given = new Map(
    [...head.matchAll(/^ARG (\w+)="?([^"\n]+)"?$/gm)].map(([, name, value]) => [name!, value!]),
  );
  const taken = new Set<string>();
  const stages = new Set<string>();
  const places = /^(?:FROM +(?:--\S+ +)*(\S+)(?: +AS +(\w+))?|COPY .*?--from=(\S+))/gim;
  for (const [, from, stage, copied] of whole.matchAll(places)) {
    const name = (from ?? copied!).replaceAll(/\$\{?(\w+)\}?/g, (_, one: string) =>
      String(given.get(one)),
    );
    if (!stages.has(name.toLowerCase())) taken.add(name);
    if (stage) stages.add(stage.toLowerCase());
  }
  const isImage = (name: string) => !/^(\d+|scratch|undefined)$/.test(name);
  return [...taken].filter((name) => isImage(name) && !name.includes("@sha256:"));
}

it.each(["stages", "copied", "arguments", "continued", "unknown", "clean", ""])(
  "with %j the key is what a second reading finds",
  (trait) => {
    for (const seed of ["a", "b", "c"]) {
      const made = dockerfiles.make({ seed, size: 60, traits: trait === "" ? [] : [trait] });
      const read = Object.entries(made.files)
        .filter(([path]) => /^services\/.*\/Dockerfile$/.test(path))
        .flatMap(([path, text]) => looseIn(text).map((image) => `${path} ${image}`));
      const { findings } = made.expected(null);
      expect(read.toSorted()).toEqual(
        findings.map((one) => `${one["path"]} ${one["image"]}`).toSorted(),
      );
    }
  },
);
