import { controlTitle } from "../../model/controls.ts";
import type { DataAsset } from "../../model/model.ts";
import { protocols } from "../../model/protocols.ts";
import { technologyOf } from "../../model/technologies.ts";
import type { Authentication, Encryption } from "../../model/words.ts";
import type { FlowTest } from "../rule.ts";
import type { ElementFacts, FlowFacts } from "./facts.ts";

const knownBy: Readonly<Record<Exclude<Authentication, "unknown" | "none">, string>> = {
  password: "a password alone",
  mfa: "several factors",
  session: "a session",
  token: "a token",
  "api-key": "an API key",
  mtls: "a certificate (mutual TLS)",
  sigv4: "a signed AWS request",
  "signed-url": "a signed address",
  signature: "a signature",
  "device-key": "a key of the device",
  "shared-secret": "a shared secret",
  network: "its place in the network",
};

export function authenticationPhrase({ flow, source, target }: FlowFacts): string {
  if (flow.authentication === "unknown")
    return `nothing says how ${target.name} knows ${source.name}`;
  if (flow.authentication === "none") return `${target.name} does not ask who ${source.name} is`;
  return `${target.name} knows ${source.name} by ${knownBy[flow.authentication]}`;
}

const encrypted: Readonly<Record<Encryption, string>> = {
  unknown: "nothing says whether it is encrypted on the way",
  none: "it is not encrypted on the way",
  tls: "it is encrypted with TLS",
  vpn: "it goes through a VPN",
  message: "its payload is encrypted",
};
export const encryptionPhrase = ({ flow }: FlowFacts): string => encrypted[flow.encryption];

export function technologyPhrase({ name, element: { technology, type } }: ElementFacts): string {
  return technology === "generic"
    ? `${name} is a ${type} of which nothing else is said`
    : `${name} is drawn as ${technologyOf(technology).title}`;
}

export const protocolPhrase = ({ flow }: FlowFacts): string =>
  Object.hasOwn(protocols, flow.protocol) ? protocols[flow.protocol]!.title : flow.protocol;

export function placePhrase({ name, zone, trust }: ElementFacts): string {
  return zone === null
    ? `${name} stands outside of all zones (trust ${trust})`
    : `${name} stands in ${zone.name} (trust ${trust})`;
}

export function risePhrase({ source, target, rise, crosses }: FlowFacts): string {
  if (!crosses) return `${source.name} and ${target.name} stand in one zone`;
  const [from, to] = [placePhrase(source), placePhrase(target).replace(" stands", "")];
  return `${from}, ${to}: the flow ${riseWords(rise)}`;
}

function riseWords(rise: number): string {
  if (rise === 0) return "leads to another zone of the same trust";
  return rise > 0 ? `rises by ${rise}` : `falls by ${-rise}`;
}

export function distancePhrase({ name, distance }: ElementFacts): string {
  if (distance === 0) return `${name} stands where an attacker may stand`;
  if (distance === Infinity) return `no drawn path leads from outside to ${name}`;
  return `an attacker is ${distance === 1 ? "one flow" : `${distance} flows`} away from ${name}`;
}

export const assetsPhrase = (assets: readonly DataAsset[]): string =>
  assets.map((one) => `${one.name}, ${one.class}`).join("; ");

/** "input is validated, CSRF protection": as within a sentence. */
export const controlsPhrase = (controls: readonly string[]): string =>
  controls.map((one) => lowered(controlTitle(one))).join(", ");

const lowered = (title: string) =>
  /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;

/** What is not drawn: "no flow leads from Shop to log or monitoring". */
export function absentPhrase(name: string, test: FlowTest, side: "incoming" | "outgoing"): string {
  const end = side === "outgoing" ? test.target : test.source;
  const kinds = [...(end?.groups ?? []), ...(end?.technology ?? []), ...(end?.type ?? [])];
  const words = [...new Set(kinds.map((one) => one.replace(/-/g, " ")))].join(" or ");
  const other = words === "" ? "anything of that kind" : words;
  return side === "outgoing"
    ? `no flow is drawn from ${name} to ${other}`
    : `no flow is drawn to ${name} from ${other}`;
}
