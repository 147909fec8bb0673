import { defineRules } from "../rule.ts";
import { cwe, edge, fromCustomers, outside, owasp } from "./parts.ts";

/** Who is calling: entries, calls inside, sign-in. */
export const rules = defineRules([
  {
    id: "entry-identity-unstated",
    title: "{target} takes requests of {source} without knowing who sends them",
    stride: "S",
    cwe: [306],
    capec: [151],
    weight: 2,
    on: "flow",
    when: {
      rise: { atLeast: 10 },
      authentication: ["unknown"],
      source: { notGroups: ["third-party", ...edge] },
      target: { type: ["process"], notGroups: ["identity-provider", "admin", "client", ...edge] },
    },
    note: "Whatever crosses into a more trusted zone has to be tied to somebody before anything is done with it. What is forgotten is seldom the main door but the second one: the health route, the old version of the API, the callback address.",
    statement: {
      source: "external attacker",
      prerequisites: "who knows the address of {target}",
      action: "send requests in the name of any user of {source}",
      impact: "actions and answers that belong to somebody else",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      { text: "Say how the caller is known: a session, a token, a signed request." },
      {
        text: "Refuse by default, and list the few routes that anybody may call in one place with a test.",
      },
      {
        text: "Let API Gateway authorisers or a Cognito action on the load balancer refuse what carries no valid token.",
        aws: true,
      },
    ],
    sources: [owasp("Authentication"), cwe(306)],
  },
  {
    id: "entry-open-to-anybody",
    title: "Anybody reaches {data} through {target}",
    stride: "S",
    cwe: [306],
    capec: [115],
    weight: 3,
    on: "flow",
    when: {
      rise: { atLeast: 10 },
      authentication: ["none"],
      data: { atLeast: "internal" },
      target: { type: ["process"], notGroups: ["identity-provider", "admin", "client", ...edge] },
      source: { notGroups: ["third-party", ...edge] },
    },
    note: "No authentication is right for what is public, and for nothing else. An address that is hard to guess is no authentication: it stands in browser histories, proxies' logs and referrers.",
    statement: {
      source: "anonymous visitor",
      prerequisites: "who knows the address",
      action: "call {target} and receive {data}",
      impact: "disclosure or change of data that is not public",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      { text: "Authenticate the caller before anything of it is read or changed." },
      { text: "Split off what is public, so that the open route cannot reach the rest at all." },
    ],
    sources: [owasp("Authentication"), cwe(306)],
  },
  {
    id: "edge-passes-anonymous",
    title: "{target} takes what {source} passes on for checked",
    stride: "S",
    cwe: [287],
    capec: [115],
    on: "flow",
    when: {
      authentication: ["unknown", "none"],
      source: { groups: ["load-balancer", "cdn", "firewall"], incoming: { source: outside } },
      target: { type: ["process"], notGroups: [...edge] },
    },
    note: "An edge ends TLS and balances load; it rarely knows users. Each side then believes that the other one checks, and headers such as X-Forwarded-User are believed whoever wrote them.",
    statement: {
      source: "external attacker",
      prerequisites: "whose request {source} forwards unchanged",
      action: "reach {target} without signing in, or with a forged identity header",
      impact: "use of {target} in the name of others",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      { text: "Let the application itself verify the session or the token of each request." },
      {
        text: "Where the edge authenticates, strip its identity headers from incoming requests and sign those that it adds.",
      },
      {
        text: "Verify the signed x-amzn-oidc-data header where an Application Load Balancer signs users in.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
      cwe(287),
    ],
  },
  {
    id: "internal-call-anonymous",
    title: "Any foothold beside {source} calls {target} in its name",
    stride: "S",
    cwe: [306],
    capec: [151],
    on: "flow",
    when: {
      rise: { atMost: 9 },
      authentication: ["unknown", "none"],
      data: { atLeast: "confidential" },
      source: { type: ["process"], notGroups: ["client", ...edge] },
      target: { groups: ["api", "worker", "web-app", "function", "authorization"] },
    },
    // Whoever calls it has signed the request.
    unless: [{ protocol: ["aws-api"] }],
    note: "A private network is one compromised dependency away from being shared with an attacker. Calls between services that move such data deserve an identity of their own, so that a foothold in one service is not a foothold in all of them.",
    statement: {
      source: "attacker",
      prerequisites: "with code execution on any host of the same network",
      action: "call {target} as if it were {source}",
      impact: "access to {data} without any user or service account",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Give each caller an identity of its own (mutual TLS, signed token), and check it on the other side.",
      },
      {
        text: "Sign calls with the workload's IAM role (SigV4), or let an auth policy of VPC Lattice verify who calls.",
        aws: true,
      },
    ],
    sources: [owasp("Microservices_Security"), "https://csrc.nist.gov/pubs/sp/800/207/final"],
  },
  {
    id: "place-taken-for-identity",
    title: "Whoever gets an address inside is taken for {source}",
    stride: "S",
    cwe: [291],
    on: "flow",
    when: { authentication: ["network"], data: { atLeast: "internal" } },
    note: "An address says where a packet comes from, not who sent it. Server-side request forgery, a VPN account or a forgotten test host all send from the right place, and in a cloud the address belongs to somebody else tomorrow.",
    statement: {
      source: "attacker",
      prerequisites:
        "who can send from within the trusted network, such as through request forgery",
      action: "be accepted by {target} as {source}",
      impact: "access to {data}",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      { text: "Authenticate the caller itself, and keep the address filter as a second lock." },
      {
        text: "Use IAM roles with SigV4; add aws:SourceVpce as a condition, never as the only one.",
        aws: true,
      },
    ],
    sources: [cwe(291), "https://csrc.nist.gov/pubs/sp/800/207/final"],
  },
  {
    id: "database-without-login",
    title: "Whoever reaches {target} in the network reads and writes it",
    stride: "S",
    cwe: [306],
    capec: [115],
    on: "flow",
    when: {
      authentication: ["unknown", "none"],
      source: { type: ["process"] },
      target: {
        groups: ["relational-database", "document-database", "cache", "search"],
        data: { atLeast: "confidential" },
      },
    },
    // Its API takes signed requests alone.
    unless: [{ protocol: ["aws-api"] }, { target: { technology: ["aws-dynamodb"] } }],
    note: "Caches, search indexes and document stores often start without a password and rely on nobody being near. Large leaks of customer data began with such a store that a changed firewall rule had made reachable.",
    statement: {
      source: "attacker",
      prerequisites: "with a foothold in the network of {target}",
      action: "open a connection to {target} without credentials",
      impact: "disclosure, change or deletion of {data}",
      goals: ["confidentiality", "integrity", "availability"],
    },
    mitigations: [
      {
        text: "Require credentials of each client, one account for each service, and turn the default account off.",
      },
      {
        text: "Use IAM database authentication on RDS, and IAM or ACL users on ElastiCache.",
        aws: true,
      },
    ],
    sources: [owasp("Database_Security"), cwe(306)],
  },
  {
    id: "staff-single-factor",
    title: "A phished password opens {target} as {source}",
    stride: "S",
    cwe: [308],
    capec: [560],
    weight: 3,
    on: "flow",
    when: {
      authentication: ["unknown", "none", "password"],
      source: { groups: ["human", "browser"] },
      target: { groups: ["admin"] },
    },
    note: "Tools of staff reach every customer's data, so their users are worth phishing one by one. A code that is typed can be phished along with the password; a key that signs for the origin (WebAuthn) cannot.",
    statement: {
      source: "external attacker",
      prerequisites: "who phished or bought the password of one member of staff",
      action: "sign in to {target} as that person",
      impact: "access to the data of every customer whom the tool can see",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Sign staff in through the company's identity provider with a phishing-resistant second factor.",
      },
      {
        text: "Put IAM Identity Center or Verified Access in front, and require a managed device.",
        aws: true,
      },
    ],
    sources: [
      owasp("Multifactor_Authentication"),
      "https://pages.nist.gov/800-63-3/sp800-63b.html",
    ],
  },
  {
    id: "stolen-cards-tried",
    title: "Stolen cards are tried one after another at {target}",
    stride: "S",
    cwe: [799],
    on: "flow",
    when: {
      ...fromCustomers,
      data: { kinds: ["payment"] },
      target: {
        type: ["process"],
        notGroups: ["payment", "identity-provider", "gateway", ...edge],
        lacks: ["fraud-detection"],
      },
      lacks: ["fraud-detection"],
    },
    note: "Whoever bought ten thousand card numbers looks for a shop that says which of them still work. The shop pays a fee for each try and loses its terms with the card networks; guest check-out and small donations are liked best.",
    statement: {
      source: "criminal with stolen cards",
      prerequisites: "and a script",
      action: "try small payments at {target}",
      impact: "fees, chargebacks and goods paid with other people's cards",
      goals: ["integrity", "availability"],
    },
    mitigations: [
      {
        text: "Score each payment by device, pace and refusals, ask for strong authentication, and answer refusals alike.",
        control: "fraud-detection",
      },
      {
        text: "Bound tries for each session, card range and network, and put Fraud Control of AWS WAF before sign-up and sign-in.",
        aws: true,
      },
    ],
    sources: [
      "https://owasp.org/www-project-automated-threats-to-web-applications/",
      owasp("Third_Party_Payment_Gateway_Integration"),
    ],
  },
]);
