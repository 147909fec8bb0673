import { runsOf } from "./tokens.ts";

/** What the field calls by several names. Each line is one thing; abbreviations and long forms alike. */
const table = [
  ["XSS", "cross-site scripting", "script injection"],
  ["CSRF", "XSRF", "cross-site request forgery"],
  ["SSRF", "server-side request forgery"],
  ["SQLi", "SQL injection"],
  ["RCE", "remote code execution"],
  ["XXE", "XML external entity"],
  ["IDOR", "BOLA", "insecure direct object reference", "broken object level authorization"],
  ["CSP", "content security policy"],
  ["CORS", "cross-origin resource sharing"],
  ["SOP", "same-origin policy"],
  ["MFA", "2FA", "multi-factor authentication", "two-factor"],
  ["SSO", "single sign-on"],
  ["JWT", "JSON web token"],
  ["OIDC", "OpenID Connect"],
  ["mTLS", "mutual TLS"],
  ["TLS", "SSL", "transport layer security"],
  ["PKI", "public key infrastructure"],
  ["HSM", "hardware security module"],
  ["IAM", "identity and access management"],
  ["SCP", "service control policy"],
  ["RCP", "resource control policy"],
  ["IMDS", "instance metadata"],
  ["KMS", "key management service"],
  ["VPC", "virtual private cloud"],
  ["STS", "security token service"],
  ["S3", "simple storage service"],
  ["ALB", "ELB", "load balancer"],
  ["WAF", "web application firewall"],
  ["CDN", "content delivery network"],
  ["DDoS", "DoS", "denial of service"],
  ["MITM", "man in the middle"],
  ["SAST", "static analysis"],
  ["DAST", "dynamic analysis"],
  ["SCA", "software composition analysis"],
  ["SBOM", "software bill of materials"],
  ["SDLC", "SDL", "development life cycle", "development lifecycle"],
  ["PII", "personal data"],
  ["PCI", "PCI DSS", "card data"],
  ["GDPR", "data protection"],
  ["LLM", "language model"],
  ["IaC", "infrastructure as code"],
  ["UAF", "use after free"],
  ["TOCTOU", "time of check"],
  ["LP", "leadership principle"],
  ["K8s", "Kubernetes"],
  ["authn", "authentication"],
  ["authz", "authorization", "authorisation"],
  ["deserialization", "deserialisation", "unpickling"],
  ["encryption", "encipherment"],
  ["threat modelling", "threat modeling", "threat model"],
] as const;

/** Each form as its terms, with the other forms of the same thing. Longer forms come first. */
export const synonyms: { terms: string[]; others: string[][] }[] = table
  .map((forms) =>
    forms.map((form) => runsOf(form).flatMap(({ words }) => words.map(({ term }) => term))),
  )
  .flatMap((forms) =>
    forms.map((terms) => ({ terms, others: forms.filter((other) => other !== terms) })),
  )
  .toSorted((a, b) => b.terms.length - a.terms.length);
