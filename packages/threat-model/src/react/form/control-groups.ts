import { controls } from "../../model/controls.ts";
import type { Option } from "./search-options.ts";

/** Headings of the control picker. What stands in none of them comes last, as "More". */
const groups: Readonly<Record<string, string>> = {
  "Who may do what": `object-authorization function-authorization tenant-isolation least-privilege
    just-in-time-access two-person-rule permissions-boundary service-control-policy resource-policy
    org-condition source-condition external-id key-policy endpoint-policy fail-closed separate-account`,
  "Who it is": `short-lived-credentials credential-rotation step-up-authentication session-expiry token-binding
    token-validation brute-force-protection workload-identity mutual-authentication certificate-pinning
    unique-device-identity device-attestation password-hashing user-context-propagation
    source-identity sign-up-restricted verified-attributes pairing-confirmation`,
  "What comes in and goes out": `input-validation output-encoding parameterised-queries safe-deserialisation
    csrf-protection content-security-policy content-type-check size-limit malware-scan sandboxed-parsing
    re-encoding separate-origin deep-link-validation server-side-price redirect-allow-list mail-authentication
    sender-authentication`,
  Network: `egress-filter network-isolation network-policy waf imdsv2 block-public-access origin-access-control dangling-record-check`,
  "Staying up": `rate-limit quota ddos-protection autoscaling load-shedding timeouts redundancy backup
    dead-letter-queue idempotency ordered-processing staged-rollout`,
  "Data at rest and on its way": `encryption-at-rest customer-managed-key envelope-encryption tokenisation
    pseudonymisation data-minimisation retention-limit consent immutable-storage versioning replay-protection
    message-signature integrity-check secret-store local-encryption hardware-key-storage no-store cache-key-policy
    data-residency secure-wipe`,
  "Knowing what happened": `audit-log tamper-evident-log log-redaction monitoring clock-sync signed-receipt
    reconciliation fraud-detection data-events all-regions automatic-response`,
  "Building and shipping": `code-review signed-commits pinned-dependencies dependency-scan private-namespace
    isolated-build build-provenance signed-artifacts admission-control image-scan secretless-builds`,
  "Hosts and devices": `non-root read-only-root seccomp secure-boot signed-updates rollback-protection
    debug-disabled physical-privacy-control`,
  "Models and agents": `instruction-isolation tool-allow-list user-scoped-tools human-approval output-filter
    content-provenance`,
};

const headings = Object.keys(groups);
const groupOf = new Map(
  Object.entries(groups).flatMap(([heading, ids]) =>
    ids.split(/\s+/).map((id) => [id, heading] as const),
  ),
);

const rank = ({ group = "" }: Option) => {
  const found = headings.indexOf(group);
  return found === -1 ? headings.length : found;
};

export const controlOptions: readonly Option[] = [...controls.values()]
  .map(({ id, title, aliases }): Option => ({
    id,
    title,
    aliases,
    group: groupOf.get(id) ?? "More",
  }))
  .toSorted((a, b) => rank(a) - rank(b));
