import { concepts, type MapEntry } from "./map.ts";

/** OWASP Top 10:2021, made as that of 2025 is, with the CWE lists of that edition. See docs/readiness.md. */
export const owasp2021: readonly MapEntry[] = [
  {
    id: "owasp-2021-a01",
    title: "A01 Broken access control",
    // CWE-22, 200, 284, 285, 352, 425, 441, 601, 639, 862, 863, 1275
    concepts: concepts(`
      abac access-control acl action-confirmation agents authorisation authority-of-the-sender bearer-links
      bola bucket-policy capability-links change-authority cloud-permissions confirmation confused-deputy
      content-entitlement cors csrf cross-account-sharing data-exposure deny-by-default
      function-level-authorisation iam-escalation idor inherited-access least-privilege multi-tenancy
      object-authorization object-level-authorisation open-redirect ownership-transfer pass-role passrole
      path-traversal policy-engine privilege-escalation public-access rbac rebac redirects
      resource-policy resource-policies row-level-security service-authorisation signed-cookie-scope
      tenant-rows tool-permissions user-scoped-tools uuid websockets`),
  },
  {
    id: "owasp-2021-a02",
    title: "A02 Cryptographic failures",
    // CWE-296, 319, 320 to 331, 338, 347, 757, 759, 916
    concepts: concepts(`
      aes-gcm argon2id authenticated-encryption birthday-bound crypto-agility crypto-inventory
      digital-signature encryption-at-rest encryption-context entropy envelope-encryption forward-secrecy
      handshake hash-functions hashing hmac hsts https jwt key-derivation key-distribution key-exchange
      key-isolation key-management key-rotation key-sizes kms length-extension mac malleability
      message-authentication nonce-reuse nonces password-storage pki post-quantum predictable-values
      primitives public-key-encryption randomness rsa session-tickets shor signatures
      symmetric-encryption timing tls-1-2 tls-1-3 tls-handshake token-entropy tokenisation`),
  },
  {
    id: "owasp-2021-a03",
    title: "A03 Injection",
    // CWE-20, 77, 78, 79, 89, 94, 113, 116, 470, 610, 917
    concepts: concepts(`
      command-injection csp dom-xss event-injection formula-injection host-header
      indirect-prompt-injection injection input-validation output-encoding output-handling
      prompt-injection prototype-pollution sql sql-injection ssti stored-xss taint template-engines
      trusted-types xss`),
  },
  {
    id: "owasp-2021-a04",
    title: "A04 Insecure design",
    // CWE-209, 256, 269, 311, 434, 444, 501, 522, 602, 653, 657, 799, 840, 841, 1021
    concepts: concepts(`
      abuse-cases acceptance-criteria attack-surface blast-radius bot-detection bots browser-uploads
      business-logic caching check-then-act clickjacking client-side-evaluation content-sniffing
      defence-in-depth fail-closed fail-open fail-safe-defaults file-upload fraud graphql hot-counter
      insecure-upload isolation layers location-of-workers media-processing minted-value multi-tenancy
      network-location-trust offline-queue offline-secrets payments presigned-uploads price-integrity privacy
      purpose-limitation race-condition race-conditions rate-limiting request-smuggling risk-ranking
      secure-defaults security-requirements separate-origin stride tenant-rows
      threat-modelling trust-boundaries unknown-assets upload-quarantine`),
  },
  {
    id: "owasp-2021-a05",
    title: "A05 Security misconfiguration",
    // CWE-16, 526, 537, 547, 611, 614, 776, 942, 1004
    concepts: concepts(`
      acl block-public-access bucket-policy cloud-permissions container-images cookies cors csp
      data-perimeter default-keys docker firewall-rules firewalls guard-rails headers hsts
      internet-exposure kubernetes linux-capabilities network-policy organisation parsers pod-security
      public-access region-guardrail s3 secrets-in-images secure-defaults security-groups
      snapshot-sharing subdomain-takeover xml xxe`),
  },
  {
    id: "owasp-2021-a06",
    title: "A06 Vulnerable and outdated components",
    // CWE-937, 1035, 1104
    concepts: concepts(`
      advisories container-images dependencies dependency-pinning images lockfile lockfiles
      model-supply-chain sbom supply-chain unpinned-dependency version-ranges vulnerability-management`),
  },
  {
    id: "owasp-2021-a07",
    title: "A07 Identification and authentication failures",
    // CWE-259, 287, 290, 294, 295, 306, 307, 346, 384, 521, 613, 640, 798
    concepts: concepts(`
      account-linking account-recovery account-takeover authentication certificate-pinning
      certificate-validation credential-stuffing default-keys device-identity directory-trust factory-provisioning
      host-header-trust identity identity-aware-proxy lost-device maintenance-access mfa mfa-condition
      missing-authentication mtls mutual-tls nist-800-63b oauth oidc pairing passkeys passwords phishing
      pkce postmessage replay revocation same-origin-policy secret-scanning service-identity
      session-fixation session-revocation sessions skill-impersonation social-engineering
      strong-customer-authentication tls-verification token-exchange token-issuance token-lifetime tokens
      totp user-enumeration webauthn websockets workload-identity`),
  },
  {
    id: "owasp-2021-a08",
    title: "A08 Software and data integrity failures",
    // CWE-345, 353, 494, 502, 565, 829, 915; CI/CD pipelines belong here in this edition
    concepts: concepts(`
      artifact-provenance callback-authenticity ci-cd ci-gate ci-pipeline ci-security data-poisoning
      dependency-confusion deploy-roles deserialisation digital-signature gadget-chains github-actions
      mass-assignment model-poisoning model-supply-chain npm object-versioning pipeline-definition
      provenance replay-and-order runner-isolation s3-ransomware secure-boot serialisation signing slsa
      update-trust webhook-authenticity webhooks`),
  },
  {
    id: "owasp-2021-a09",
    title: "A09 Security logging and monitoring failures",
    // CWE-117, 223, 532, 778
    concepts: concepts(`
      audit cloudtrail deception detection forensics guardduty incident-response log-analysis logging
      read-accountability secrets-in-logs tamper-proof-detection traffic-anomaly vpc-flow-logs`),
  },
  {
    id: "owasp-2021-a10",
    title: "A10 Server-side request forgery",
    // CWE-918
    concepts: concepts(`
      container-credentials dns-rebinding egress egress-control instance-metadata metadata ssrf urls`),
  },
];
