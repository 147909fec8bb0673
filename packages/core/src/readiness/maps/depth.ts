import { concepts } from "./map.ts";

/** The four fields that the brief counts to technical depth. */
export const depth: Readonly<Record<string, readonly string[]>> = {
  "network security": concepts(`
    amplification bgp-hijack cache-poisoning cdn certificate-issuance certificate-pinning
    certificate-revocation certificate-rotation certificate-validation certificates ddos device-posture
    dns dns-exfiltration dns-privacy dns-rebinding edge-protection egress egress-control
    encrypted-client-hello ephemeral-ports firewall-rules firewalls forward-secrecy handshake hsts http
    http-headers https identity-aware-proxy ip-addresses lateral-movement layer-7 layers mtls mutual-tls
    network-acl network-acls network-policy network-segmentation ports proxies request-smuggling
    routing-security rpki security-groups service-mesh sni subdomain-takeover subnets syn-flood tcp
    tls-1-2 tls-1-3 tls-handshake tls-verification traffic-analysis traffic-anomaly vpc-flow-logs
    vpc-peering waf zero-trust`),
  cryptography: concepts(`
    aes-gcm argon2id authenticated-encryption birthday-bound crypto-agility crypto-inventory
    digital-signature encryption-at-rest encryption-context entropy envelope-encryption forward-secrecy
    hash-functions hashing hmac key-compromise key-derivation key-distribution key-exchange
    key-isolation key-management key-rotation key-sizes length-extension mac malleability
    message-authentication nonce-reuse nonces password-storage pki post-quantum predictable-values
    primitives public-key-encryption randomness rsa session-tickets shor signatures
    symmetric-encryption timing token-entropy tokenisation`),
  "application security": concepts(`
    access-control account-recovery account-takeover api-design apis authentication authorisation bola
    bot-detection bots bounds buffer-overflow business-logic caching check-then-act clickjacking
    command-injection content-sniffing cookies cors credential-stuffing csp csrf cvss cwe data-exposure
    data-poisoning default-keys dependencies dependency-confusion deserialisation dom-xss
    dynamic-analysis event-injection exploit-mitigations fail-open file-upload files format-string
    formula-injection function-level-authorisation fuzzing gadget-chains git github-actions graphql
    headers host-header idor indirect-prompt-injection injection input-validation insecure-upload
    integer-overflow java javascript jwt llm-evaluation lockfile mass-assignment memory-bounds
    memory-safety mfa minted-value missing-authentication mitigations mobile-security model-poisoning
    nist-800-63b node npm oauth object-level-authorisation object-lifetime oidc open-redirect
    out-of-bounds-read out-of-bounds-write output-encoding output-handling parsers passkeys passwords
    path-traversal payments pkce postmessage prompt-injection prototype-pollution provenance python
    race-condition race-conditions redirects redos replay resource-exhaustion rust same-origin-policy
    sandboxing sbom scanner-triage secrets-in-logs secure-boot serialisation session-fixation sessions
    signing slsa sql sql-injection ssrf ssti static-analysis stored-xss supply-chain template-engines
    token-lifetime tokens totp trusted-types urls use-after-free user-enumeration uuid variant-analysis
    web-shell webauthn webhooks websockets xml xss xxe`),
  "cloud infrastructure": concepts(`
    abac block-public-access bucket-policy cgroups cloud-permissions cloudtrail container-credentials
    container-escape container-images containers cross-account data-perimeter docker ec2 guardduty
    iam iam-escalation iam-evaluation iam-roles images instance-metadata kernel key-policy kms kms-grants
    kms-key-policy kubernetes lambda launch-template linux-capabilities linux-namespaces metadata
    object-storage object-versioning organisations organizations pass-role passrole permissions-boundary
    pod-security policy-evaluation presigned-urls public-access rcp role-chaining role-trust s3
    s3-ransomware scp serverless service-principals session-policy session-tags sts
    temporary-credentials vpc vpc-endpoint vpc-endpoints workload-identity`),
};
