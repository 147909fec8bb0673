import type { Exercise, Expected, Finding } from "../exercise.ts";
import type { Advisory, Installed } from "./catalogue.ts";
import { lockInConflict, lockOf, lockOfOldNpm, nameAt, shopOf, type Service } from "./services.ts";

/** Which services ship a version that an advisory is about, read from their lockfiles. */
export const lockfiles: Exercise = {
  traits: ["numbers", "names", "nested", "shipped", "broken"],
  make: (plan) => {
    const { advisories, services } = shopOf(plan);
    const written = services.map((service, index) => {
      const spoiler = plan.traits.includes("broken") ? spoilers[index - 1] : undefined;
      return { service, text: (spoiler ?? lockOf)(service), isBroken: spoiler !== undefined };
    });
    const findings = written
      .filter(({ isBroken }) => !isBroken)
      .flatMap(({ service }) => findingsOf(service, advisories));
    const unread = written.filter(({ isBroken }) => isBroken).map(({ service }) => service.name);
    const exit = unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0;
    return {
      declared: null,
      region: "",
      files: {
        "advisories.json": JSON.stringify(advisories, null, 1),
        ...Object.fromEntries(
          written.map(({ service, text }) => [`services/${service.name}/package-lock.json`, text]),
        ),
      },
      args: [],
      count: services.length,
      secrets: [],
      expected: (): Expected => ({ findings, unread, exit }),
    };
  },
};

const spoilers = [
  lockInConflict,
  lockOfOldNpm,
  (service: Service) => lockOf(service).slice(0, 900),
];

const isShipped = ({ place, dev }: Installed): boolean =>
  place.includes("node_modules/") && dev !== true;

function findingsOf({ name: service, installed }: Service, all: readonly Advisory[]): Finding[] {
  const findings = installed.filter(isShipped).flatMap((one) => {
    const name = nameAt(one);
    return all
      .filter((advisory) => concerns(advisory, { name, version: one.version }))
      .map(({ id }) => ({ service, package: name, version: one.version, advisory: id }));
  });
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

function concerns(advisory: Advisory, { name, version }: { name: string; version: string }) {
  const { ecosystem, name: other } = advisory.package;
  if (advisory.withdrawn !== undefined || ecosystem !== "npm" || other !== name) return false;
  return advisory.ranges.some(({ events }) => {
    const past = events.filter(
      (event) => compareVersions(Object.values(event)[0] as string, version) <= 0,
    );
    return past.length > 0 && "introduced" in past.at(-1)!;
  });
}

/** By its numbers; a pre-release stands before its release. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  const index = left.findIndex((part, at) => part !== right[at]);
  return index === -1 ? 0 : left[index]! - right[index]!;
}

function partsOf(version: string): [number, number, number, number] {
  const [numbers = "", pre] = version.split("-");
  const [major = 0, minor = 0, patch = 0] = numbers.split(".").map(Number);
  return [major, minor, patch, pre === undefined ? 1 : 0];
}
