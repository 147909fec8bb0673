import { runsOf, tokensOf, type Token } from "./tokens.ts";

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
  ["threat modelling", "threat modeling", "threat model"],
] as const;

type Form = { terms: string[]; name: string };

/** All forms by their first term, the longest first. A name begins with a sign that no term has. */
const forms = new Map<string, Form[]>();
for (const [index, line] of table.entries()) {
  for (const form of line) {
    const terms = runsOf(form).flatMap(({ words }) => words.map(({ term }) => term));
    const [first = ""] = terms;
    const known = [...(forms.get(first) ?? []), { terms, name: `=${index}` }];
    forms.set(
      first,
      known.toSorted((a, b) => b.terms.length - a.terms.length),
    );
  }
}

/** The thing that is named at a place in a sequence of terms, and in how many of them. */
export function namedAt(
  terms: readonly { term: string }[],
  at: number,
): { name: string; length: number } | null {
  const found = forms
    .get(terms[at]?.term ?? "")
    ?.find((form) => form.terms.every((term, index) => terms[at + index]?.term === term));
  return found ? { name: found.name, length: found.terms.length } : null;
}

/** The words of a text, with the name of a thing in place of whichever words name it. */
export function phraseIn(text: string): string[] {
  const words = runsOf(text).flatMap((run) => run.words);
  const said: string[] = [];
  for (let at = 0; at < words.length;) {
    const named = namedAt(words, at);
    said.push(named?.name ?? words[at]?.term ?? "");
    at += named?.length ?? 1;
  }
  return said;
}

/** Every way in which a text can be found: its words, its runs, and the things that it names. */
export function searchedTokens(text: string): Token[] {
  const words = runsOf(text).flatMap((run) => run.words);
  const named = words.flatMap(({ start }, at) => {
    const found = namedAt(words, at);
    const end = found && words[at + found.length - 1]?.end;
    return found && end ? [{ term: found.name, start, end }] : [];
  });
  return [...tokensOf(text), ...named];
}
