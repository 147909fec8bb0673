import { freshId } from "../model/ids.ts";
import type { ListName, Model } from "../model/model.ts";
import { impliedEncryption } from "../model/protocols.ts";
import type { Encryption } from "../model/words.ts";
import { Draft } from "./draft.ts";
import { linkAll } from "./link.ts";
import type { Report } from "./report.ts";
import { settleAll } from "./settle.ts";

/** From lines to a model: ids that nobody wrote, references, defaults, and the shape of it all. */
export function finish(drafts: readonly Draft[], report: Report): Model {
  const all = [...drafts];
  checkIds(all, report);
  all.push(...undeclaredEnds(all, report));
  nameFlows(all);
  nameOthers(all);
  linkAll(all, report);
  for (const draft of all) fill(draft);
  return settleAll(all, report);
}

const idOf = (draft: Draft): string => draft.value["id"] as string;
const hasId = (draft: Draft): boolean => typeof draft.value["id"] === "string";
const takenIn = (all: readonly Draft[]): Set<string> => new Set(all.filter(hasId).map(idOf));

function checkIds(all: readonly Draft[], report: Report): void {
  const first = new Map<string, Draft>();
  for (const draft of all.filter(hasId)) {
    const earlier = first.get(idOf(draft));
    if (earlier === undefined) first.set(idOf(draft), draft);
    else
      report.problem(
        draft.placeOf("id"),
        `The id ${idOf(draft)} already stands in line ${earlier.place.line}.`,
        "Give one of them another id.",
      );
  }
}

/** `app -> api` is enough: what nobody declared becomes a process. */
function undeclaredEnds(all: readonly Draft[], report: Report): Draft[] {
  const taken = takenIn(all);
  const exact = new Set(all.filter((one) => one.owner === "elements" && hasId(one)).map(idOf));
  const elements = new Map([...exact].toReversed().map((one) => [one.toLowerCase(), one]));
  const made: Draft[] = [];
  for (const flow of all.filter(({ owner }) => owner === "flows"))
    for (const end of ["source", "target"] as const) {
      const id = flow.value[end] as string;
      if (exact.has(id) || isLoose(flow, end)) continue;
      const near = elements.get(id.toLowerCase());
      const place = flow.placeOf(end);
      if (near !== undefined) flow.value[end] = near;
      else if (!taken.has(id)) {
        const draft = new Draft("elements", place);
        draft.set("id", id, place);
        draft.value["type"] = "process";
        made.push(draft);
        exact.add(id);
        elements.set(id.toLowerCase(), id);
        report.notice(place, `${id} is not declared; taken as a process.`);
      }
    }
  return made;
}

/** `loose: target` below a flow: its end is missing, and no element is made of it. */
const isLoose = (flow: Draft, end: string): boolean =>
  typeof flow.value["loose"] === "string" && flow.value["loose"].includes(end);

/** The id of a flow comes from its ends; see addFlow. */
export const flowId = (source: string, target: string, taken: ReadonlySet<string>): string =>
  freshId(`${source}-${target}`, taken);

function nameFlows(all: readonly Draft[]): void {
  const taken = takenIn(all);
  // Where many flows join the same ends, the next number is known and not searched for.
  const counts = new Map<string, number>();
  for (const flow of all.filter(({ owner }) => owner === "flows")) {
    const { source, target } = flow.value as { source: string; target: string };
    if (!hasId(flow)) {
      const base = flowId(source, target, none);
      let count = counts.get(base) ?? 1;
      while (taken.has(numbered(base, count))) count += 1;
      counts.set(base, count + 1);
      flow.value["id"] = numbered(base, count);
    }
    taken.add(idOf(flow));
    delete flow.value["loose"];
  }
}

const none: ReadonlySet<string> = new Set();
const numbered = (base: string, count: number): string => (count === 1 ? base : `${base}-${count}`);

const letters: Partial<Record<ListName, string>> = {
  assumptions: "a",
  mitigations: "m",
  threats: "t",
};

function nameOthers(all: readonly Draft[]): void {
  const taken = takenIn(all);
  const counts: Record<string, number> = {};
  for (const draft of all) {
    const letter = letters[draft.owner as ListName];
    if (letter === undefined || hasId(draft)) continue;
    let count = counts[letter] ?? 1;
    while (taken.has(`${letter}${count}`)) count += 1;
    counts[letter] = count + 1;
    draft.value["id"] = `${letter}${count}`;
    taken.add(idOf(draft));
  }
}

/** What follows from the rest of a line: a name from the id, encryption from the protocol. */
function fill({ owner, value }: Draft): void {
  if (["zones", "elements", "flows", "data"].includes(owner)) value["name"] ??= value["id"];
  if (owner === "assumptions" || owner === "mitigations") value["text"] ??= "";
  if (owner === "flows")
    value["encryption"] ??= encryptionOf(
      (value["protocol"] as string | undefined) ?? "",
      value["authentication"] as string | undefined,
    );
}

/** Mutual TLS says by itself that there is TLS. */
export function encryptionOf(protocol: string, authentication: string | undefined): Encryption {
  return authentication === "mtls" ? "tls" : impliedEncryption(protocol);
}
