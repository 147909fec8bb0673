import type { Assumption, Mitigation, Threat } from "../../model/model.ts";
import type { Authentication, DataClass, ElementType, Encryption } from "../../model/words.ts";

/** How the words of the model read on screen. One table each, so that a select and a list say the same. */

export const elementWords: Readonly<Record<ElementType, string>> = {
  actor: "Actor",
  process: "Process",
  store: "Store",
};

export const authenticationWords: Readonly<Record<Authentication, string>> = {
  unknown: "Not known yet",
  none: "None",
  password: "Password",
  mfa: "Several factors",
  session: "Session",
  token: "Token",
  "api-key": "API key",
  mtls: "Mutual TLS",
  sigv4: "SigV4",
  "signed-url": "Signed URL",
  signature: "Signature",
  "device-key": "Device key",
  "shared-secret": "Shared secret",
  network: "Network alone",
};

export const encryptionWords: Readonly<Record<Encryption, string>> = {
  unknown: "Not known yet",
  none: "None",
  tls: "TLS",
  vpn: "VPN",
  message: "Message, end to end",
};

export const classWords: Readonly<Record<DataClass, string>> = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential",
  restricted: "Restricted",
};

export const assumptionWords: Readonly<Record<Assumption["state"], string>> = {
  unconfirmed: "Unconfirmed",
  confirmed: "Confirmed",
  rejected: "Rejected",
};

export const threatWords: Readonly<Record<Threat["state"], string>> = {
  open: "Open",
  mitigated: "Mitigated",
  accepted: "Accepted",
  transferred: "Transferred",
  avoided: "Avoided",
  "not-applicable": "Not applicable",
};

export const mitigationWords: Readonly<Record<Mitigation["state"], string>> = {
  proposed: "Proposed",
  "in-progress": "In progress",
  done: "Done",
  "will-not-do": "Will not do",
};

/** The table as options of a select. */
export const choices = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.entries(words) as [T, string][]).map(([value, title]) => ({ value, title }));

/** What a level of trust means, beside the number. */
export function trustWords(trust: number): string {
  if (trust <= 0) return "anybody on the internet";
  if (trust <= 20) return "may be an attacker";
  if (trust < 50) return "known, not ours";
  if (trust < 75) return "ours, loosely held";
  if (trust < 95) return "ours, closely held";
  return "the innermost";
}
