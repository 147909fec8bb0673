import type { Known } from "./cautious.ts";

type Facts = {
  /** Of the action, such as iam. */
  service: string;
  /** Condition keys that the request brings, in lower case. */
  keys: readonly string[];
  /** Whether all tags of the resource are among them. */
  tags: boolean;
  /** Whether the organisations of caller and resource are. */
  organisation: boolean;
  /** Whether the time is. */
  time: boolean;
};

/** Global keys that a call by one's own hand has, or has not, for certain. */
const settled: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principaltype",
  "aws:principalisawsservice",
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:username",
  "aws:resourceaccount",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:viaawsservice",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
  "aws:multifactorauthpresent",
  "aws:multifactorauthage",
  "aws:federatedprovider",
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:tagkeys",
]);
const organisationKeys = /^aws:(principal|resource)org(id|paths)$/;
const timeKeys: ReadonlySet<string> = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:tokenissuetime",
]);

/**
 * What is known of a request. Keys of another service than the action's are absent for certain, and so are those of
 * IAM and STS that the call does not bring; the rest (address, network, what a resource is like) is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function knownOf(facts: Facts): Known {
  const { service, keys, tags, organisation, time } = facts;
  const signature = `${service} ${tags} ${organisation} ${time} ${keys.join(" ")}`;
  const same = made.get(signature);
  if (same) return same;
  const brought = new Set(keys);
  const has = (key: string): boolean => {
    if (brought.has(key) || settled.has(key)) return true;
    if (organisationKeys.test(key)) return organisation && !key.endsWith("paths");
    if (timeKeys.has(key)) return time;
    const [prefix = "", name = ""] = key.split(":");
    if (name.startsWith("resourcetag/")) return tags || (prefix !== "aws" && prefix !== service);
    if (prefix === "aws") return name.startsWith("principaltag/") || name.startsWith("requesttag/");
    return prefix !== service || service === "iam" || service === "sts";
  };
  const known = { signature, has };
  if (made.size < signaturesMax) made.set(signature, known);
  return known;
}

/** There are as many as ways to ask; tags of resources, which have any names, could make it more. */
const made = new Map<string, Known>();
const signaturesMax = 10_000;
