import { concepts, type MapEntry } from "./map.ts";

/**
 * The six categories of STRIDE, by the property that each threat violates: authenticity, integrity,
 * non-repudiation, confidentiality, availability, authorisation. See docs/readiness.md.
 */
export const stride: readonly MapEntry[] = [
  {
    id: "stride-spoofing",
    title: "Spoofing",
    concepts: concepts(`
      account-linking account-recovery account-takeover authentication bgp-hijack cache-poisoning
      callback-authenticity certificate-issuance certificate-pinning certificate-validation certificates
      credential-stuffing csrf default-keys device-identity device-posture digital-signature directory-trust dns
      dns-rebinding external-id factory-provisioning host-header host-header-trust identity
      identity-aware-proxy jwt maintenance-access mfa missing-authentication mtls mutual-tls
      network-location-trust oauth oidc open-redirect pairing passkeys passwords phishing pkce pki
      routing-security rpki service-identity session-fixation sessions skill-impersonation
      social-engineering stride strong-customer-authentication subdomain-takeover tls-verification
      token-issuance tokens totp webauthn webhook-authenticity webhooks websockets workload-identity`),
  },
  {
    id: "stride-tampering",
    title: "Tampering",
    concepts: concepts(`
      artifact-provenance authenticated-encryption buffer-overflow cache-poisoning check-then-act
      ci-cd ci-pipeline command-injection data-poisoning dependency-confusion deserialisation
      dom-xss event-injection formula-injection hardware-trust hmac injection input-validation
      insecure-upload integer-overflow length-extension mac malleability mass-assignment memory-bounds
      memory-safety message-authentication model-poisoning nonce-reuse object-versioning
      out-of-bounds-write pipeline-definition presigned-uploads price-integrity prototype-pollution
      provenance race-condition race-conditions replay replay-and-order request-smuggling s3-ransomware
      secure-boot signatures signing slsa sql-injection ssti stored-xss stride supply-chain update-trust
      use-after-free xss`),
  },
  {
    id: "stride-repudiation",
    title: "Repudiation",
    concepts: concepts(`
      audit change-authority cloudtrail digital-signature evidence forensics log-analysis logging
      read-accountability replay-and-order stride tamper-proof-detection time-zones vpc-flow-logs
      action-confirmation`),
  },
  {
    id: "stride-information-disclosure",
    title: "Information disclosure",
    concepts: concepts(`
      assistant-memory bearer-links bola bucket-policy cache-poisoning caching capability-links
      content-entitlement cors cross-account-sharing data-exposure data-minimisation data-perimeter
      dns-exfiltration dns-privacy egress egress-control encrypted-client-hello encryption-at-rest
      envelope-encryption forward-secrecy idor kms location-of-workers logging metadata multi-tenancy
      object-authorization object-level-authorisation offline-secrets out-of-bounds-read path-traversal presigned-urls
      privacy public-access purpose-limitation re-identification revocation-behind-a-cache
      row-level-security s3 same-origin-policy secret-scanning secrets secrets-in-images secrets-in-logs
      shared-voice-devices signed-cookie-scope snapshot-sharing sni sql-injection ssrf stride
      tenant-rows timing tls-1-3 tokenisation traffic-analysis user-enumeration voice-recordings xxe`),
  },
  {
    id: "stride-denial-of-service",
    title: "Denial of service",
    concepts: concepts(`
      amplification availability bot-detection bulkheads cgroups ddos edge-protection
      graceful-degradation graphql hot-counter layer-7 load-shedding rate-limiting redos
      resource-exhaustion s3-ransomware stride syn-flood throttling traffic-anomaly waf`),
  },
  {
    id: "stride-elevation-of-privilege",
    title: "Elevation of privilege",
    concepts: concepts(`
      abac access-control authorisation buffer-overflow command-injection confused-deputy
      container-credentials container-escape cross-account cross-account-trust delegated-administration
      deploy-roles deserialisation docker function-level-authorisation gadget-chains iam-escalation
      indirect-prompt-injection inherited-access instance-metadata kernel launch-template
      lambda-execution-role lateral-movement least-privilege linux-capabilities mass-assignment
      memory-safety pass-role passrole permissions-boundary pod-security policy-versions
      privilege-escalation prompt-injection rbac role-chaining role-trust runner-isolation ssti stride
      tool-permissions use-after-free user-scoped-tools web-shell`),
  },
];
