import { expect, it } from "vitest";

import type { Advisory } from "./catalogue.ts";
import { lockfiles } from "./exercise.ts";
import { nameAt, shopOf } from "./services.ts";

type Lock = { packages?: Record<string, Record<string, string | boolean>> };

/** Texts of one length, which sort as versions do: a release after its pre-releases. */
function sortable(version: string): string {
  const parts = [...version.replace(/-.*/, "").split("."), "0", "0"].slice(0, 3);
  return parts.map((part) => part.padStart(6, "0")).join(".") + (version.includes("-") ? "a" : "b");
}
const isBefore = (a: string, b: string): boolean => sortable(a) < sortable(b);

const bound = (events: Advisory["ranges"][number]["events"], version: string): boolean =>
  events.some((event, at) => {
    const after = events[at + 1];
    if (!("introduced" in event) || isBefore(version, event.introduced)) return false;
    return after === undefined || ("fixed" in after && isBefore(version, after.fixed));
  });

/** Read from the files once more. */
function readFiles(files: Record<string, string>) {
  const advisories = JSON.parse(files["advisories.json"]!) as Advisory[];
  const found = new Set<string>();
  const unread = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    const service = /^services\/(\w+)\//.exec(path)?.[1];
    if (service === undefined) continue;
    const lock = parsed(text);
    if (!lock?.packages) unread.add(service);
    for (const [place, entry] of Object.entries(lock?.packages ?? {})) {
      const [, last] = /^(?:.*\/)?node_modules\/(.+)$/.exec(place) ?? [];
      if (last === undefined || entry["dev"] === true || entry["link"] === true) continue;
      const name = String(entry["name"] ?? last);
      const version = String(entry["version"]);
      for (const one of advisories)
        if (one.package.name === name && one.package.ecosystem === "npm" && !one.withdrawn)
          if (one.ranges.some(({ events }) => bound(events, version)))
            found.add([service, name, version, one.id].join(" "));
    }
  }
  return { found, unread };
}

function parsed(text: string): Lock | null {
  try {
    return JSON.parse(text) as Lock;
  } catch {
    return null;
  }
}

const plans = [[], ["numbers"], ["names"], ["nested"], ["shipped"], ["broken"]].flatMap((traits) =>
  ["a", "b", "c"].map((seed) => ({ seed, size: 9, traits })),
);

it.each(plans)("what is right is right in the files of seed $seed with $traits", (plan) => {
  const made = lockfiles.make(plan);
  const { found, unread } = readFiles(made.files);
  const { findings, unread: said } = made.expected(null);
  expect(new Set(findings.map((one) => Object.values(one).join(" ")))).toEqual(found);
  expect(new Set(said)).toEqual(unread);
  expect(said).toHaveLength(plan.traits.includes("broken") ? 3 : 0);
});

it.each(plans.filter(({ traits }) => !traits.includes("broken")))(
  "each case is as it was meant, seed $seed with $traits",
  (plan) => {
    const { services } = shopOf(plan);
    const { findings } = lockfiles.make(plan).expected(null);
    const reported = new Set(
      findings.map((one) => `${one["service"]} ${one["package"]} ${one["version"]}`),
    );
    const meant = services.flatMap(({ name, installed }) =>
      installed.filter(({ hit }) => hit).map((one) => `${name} ${nameAt(one)} ${one.version}`),
    );
    expect(reported).toEqual(new Set(meant));
  },
);

it("a single service has nothing to report", () => {
  expect(lockfiles.make({ seed: "a", size: 1, traits: [] }).expected(null)).toEqual({
    findings: [],
    unread: [],
    exit: 0,
  });
});
