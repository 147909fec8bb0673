import { AppError } from "@loopwright/core";

import { isAdministrator } from "./administrator.ts";
import { Edges } from "./edges.ts";
import type { Landscape } from "./landscape.ts";
import type { EscalationPath, EscalationReport } from "./report.ts";
import { Scene } from "./scene.ts";
import { pathsFrom } from "./search.ts";

type Options = {
  /** ARN of the one user or role to begin from; of an administrator, other accounts are told. */
  from?: string;
  /** Milliseconds since 1970, for policies that speak of the time. Without it they count as not met. */
  atMs?: number;
  /** How much is done at most, a decision counting 1: a report that ends there says that it is cut. */
  workMax?: number;
};

/** Users and roles of all accounts together. */
export const principalsMax = 10_000;
const pathsMax = 20_000;
/** Some six times what 200 principals of four accounts take. */
const usualWorkMax = 300_000;

/**
 * Finds who can gain what, over all accounts: paths of calls that would each be allowed, decided by the policy
 * engine with everything that applies. Throws `too-large` beyond `principalsMax`, `invalid-input` for two accounts
 * of one number, `not-found` where `from` is nobody here.
 */
export function findEscalations(landscape: Landscape, options: Options = {}): EscalationReport {
  const { accounts } = landscape;
  check(landscape);
  const { atMs = null, workMax = usualWorkMax } = options;
  const scene = new Scene(landscape, { atMs, workMax });
  const identities = [...scene.identities.values()].toSorted((a, b) => compare(a.arn, b.arn));
  const administrators = identities.filter((one) => isAdministrator(scene, scene.actor(one)));
  const starts = options.from === undefined ? startsAmong(scene) : [startAt(scene, options.from)];
  const edges = new Edges(scene);
  const paths: EscalationPath[] = [];
  for (const start of starts) {
    if (paths.length > pathsMax || scene.exhausted) break;
    for (const path of pathsFrom(scene, edges, scene.actor(start))) paths.push(path);
  }
  return {
    paths: paths.toSorted(byWeight).slice(0, pathsMax),
    administrators: administrators.map(({ arn }) => arn),
    accounts: accounts.map(({ id }) => id).toSorted(),
    principals: identities.length,
    cut: paths.length > pathsMax || scene.exhausted,
    notices: accounts.flatMap(({ notices }) => notices),
  };
}

function check({ accounts }: Landscape): void {
  const count = accounts.reduce((sum, { identities }) => sum + identities.length, 0);
  if (count > principalsMax) {
    throw new AppError("too-large", {
      message: `A search takes ${principalsMax} users and roles at most; these are ${count}.`,
      next: "Search fewer accounts at once.",
    });
  }
  const twice = accounts.find(
    ({ id }, index) => accounts.findIndex((one) => one.id === id) < index,
  );
  if (!twice) return;
  throw new AppError("invalid-input", {
    message: `The account ${twice.id} is given twice.`,
    next: "Give each account once.",
  });
}

/** Everybody but administrators, and service-linked roles, which nobody but their service uses. */
function startsAmong(scene: Scene) {
  return [...scene.identities.values()]
    .filter(({ arn }) => !arn.includes(":role/aws-service-role/"))
    .filter((one) => !isAdministrator(scene, scene.actor(one)))
    .toSorted((a, b) => compare(a.arn, b.arn));
}

function startAt(scene: Scene, arn: string) {
  const found = scene.identities.get(arn);
  if (found) return found;
  throw new AppError("not-found", {
    message: `There is no user or role ${arn} in these accounts.`,
    next: "Give the ARN as it stands in the file, with the path of the role or user.",
    where: arn,
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byWeight(a: EscalationPath, b: EscalationPath): number {
  return (
    Number(b.proven) - Number(a.proven) ||
    compare(a.gain.kind, b.gain.kind) ||
    compare(a.from, b.from) ||
    a.steps.length - b.steps.length ||
    compare(a.gain.as, b.gain.as)
  );
}
