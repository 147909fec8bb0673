import { defineRules } from "../rule.ts";
import { cwe, outside, owasp, rfc } from "./parts.ts";

/** Data that reaches people and parties who were never meant to have it. */
export const rules = defineRules([
  {
    id: "store-open-to-outside",
    title: "{target} can be reached from outside by {source}",
    stride: "I",
    cwe: [668],
    weight: 3,
    on: "flow",
    when: {
      rise: { atLeast: 10 },
      source: outside,
      target: {
        groups: [
          "relational-database",
          "document-database",
          "cache",
          "search",
          "warehouse",
          "vector-store",
        ],
        lacks: ["network-isolation"],
      },
    },
    note: "A database speaks to programs that decide what each person may see. Clients that speak to it themselves leave that decision to its few roles, and put its login before the whole world.",
    statement: {
      source: "external attacker",
      prerequisites: "who finds the address by scanning",
      action: "speak to {target} without any application between",
      impact: "disclosure and change of everything it holds",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Close the port to the outside, and put an API before it that knows users.",
        control: "network-isolation",
      },
      {
        text: "Keep it in private subnets with a security group that names its clients.",
        control: "network-isolation",
        aws: true,
      },
    ],
    sources: [owasp("Database_Security"), cwe(668)],
  },
  {
    id: "tenants-mixed",
    title: "A query of {element} without its tenant returns everybody's {data}",
    stride: "I",
    cwe: [639, 566],
    weight: 3,
    on: "element",
    when: {
      groups: ["api", "web-app"],
      data: { atLeast: "confidential" },
      incoming: { source: { technology: ["partner"] } },
      outgoing: { target: { groups: ["database", "object-storage", "search"] } },
      lacks: ["tenant-isolation"],
    },
    note: "One forgotten condition in one query mixes customers, and tests with a single tenant never see it. What holds is a tenant that comes from the token and is applied below the application code: row-level security, a key prefix in the credentials, a key of its own.",
    statement: {
      source: "user of one tenant",
      prerequisites: "who finds the query that forgets the tenant",
      action: "read records of another tenant through {element}",
      impact: "disclosure between companies that compete",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Take the tenant from the token, enforce it in the store (row-level security), and test with two tenants.",
        control: "tenant-isolation",
      },
      {
        text: "Scope credentials to the tenant by session tags: dynamodb:LeadingKeys, or a prefix in S3.",
        control: "tenant-isolation",
        aws: true,
      },
    ],
    sources: [
      owasp("Multi_Tenant_Security"),
      "https://docs.aws.amazon.com/wellarchitected/latest/saas-lens/core-isolation-concepts.html",
    ],
  },
  {
    id: "index-knows-no-owner",
    title: "A search in {element} finds what the searcher may not read",
    stride: "I",
    cwe: [639],
    on: "element",
    when: {
      groups: ["search"],
      data: { atLeast: "confidential" },
      lacks: ["object-authorization", "tenant-isolation"],
    },
    note: "Records are copied into the index without their rules, and rights change later. Even a result that is filtered afterwards tells something: counts, suggestions and highlights are computed before.",
    statement: {
      source: "signed-in user",
      prerequisites: "who guesses what others wrote",
      action: "search {element} for it",
      impact: "disclosure of {data} piece by piece",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Index owner and readers with each record, and add the filter on the server to every query.",
        control: "object-authorization",
      },
      { text: "Keep one index for each tenant.", control: "tenant-isolation" },
    ],
    sources: [owasp("Authorization"), cwe(639)],
  },
  {
    id: "cache-without-owner",
    title: "{element} answers one customer with {data} of another",
    stride: "I",
    cwe: [524],
    on: "element",
    when: {
      groups: ["cache"],
      data: { atLeast: "confidential" },
      lacks: ["tenant-isolation", "cache-key-policy"],
    },
    note: "A key that leaves out the user, the language or a flag returns somebody else's entry, and only under load. Connections that are shared after a cancelled request have mixed up answers in the same way.",
    statement: {
      source: "customer",
      prerequisites: "who asks at the wrong moment",
      action: "receive the entry of another customer",
      impact: "disclosure that no log shows",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Build keys in one place from user, tenant and all that the answer depends on, and keep the owner in the entry to compare.",
        control: "cache-key-policy",
      },
      {
        text: "Give each tenant its own prefix and an account that can read only that.",
        control: "tenant-isolation",
      },
    ],
    sources: [cwe(524), owasp("Multi_Tenant_Security")],
  },
  {
    id: "private-answers-cached",
    title: "{source} keeps a private answer of {target} for the next visitor",
    stride: "I",
    cwe: [524],
    capec: [204],
    on: "flow",
    when: {
      source: { groups: ["cdn"], lacks: ["no-store"] },
      target: { groups: ["web-app", "api", "load-balancer", "gateway"], lacks: ["no-store"] },
      data: { atLeast: "confidential" },
      lacks: ["no-store"],
    },
    note: "Edges cache by the look of an address: /account/x.css is stored as a style sheet and answered by the account page. Both sides are right on their own, which is why nobody tests it.",
    statement: {
      source: "external attacker",
      prerequisites: "whose link a signed-in customer opens",
      action: "have {source} store the customer's page and fetch it",
      impact: "disclosure of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Send Cache-Control: no-store with private answers, let the edge obey it, and refuse odd path endings.",
        control: "no-store",
      },
      {
        text: "Use the CachingDisabled policy of CloudFront for every behaviour that serves signed-in users.",
        control: "no-store",
        aws: true,
      },
    ],
    sources: [rfc(9111), cwe(524)],
  },
  {
    id: "secrets-in-log",
    title: "Secrets from {source} can be read in {target}",
    stride: "I",
    cwe: [532],
    on: "flow",
    when: {
      source: { type: ["process"], data: { atLeast: "confidential" }, lacks: ["log-redaction"] },
      target: { groups: ["log"], notGroups: ["monitoring"], lacks: ["log-redaction"] },
      lacks: ["log-redaction"],
    },
    note: "Nobody logs a password on purpose: it comes with a dumped request, an exception, an address with a token in it. Logs are then open to every developer, kept for years and copied to other companies.",
    statement: {
      source: "reader of {target}",
      prerequisites: "such as any developer or a supplier",
      action: "find tokens and personal data in entries of {source}",
      impact: "disclosure far beyond those who may see {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Log named fields only, by types that refuse to print secrets, and test it with a canary secret.",
        control: "log-redaction",
      },
      {
        text: "Mask with a data protection policy of CloudWatch Logs as the second line.",
        aws: true,
      },
    ],
    sources: [owasp("Logging"), cwe(532)],
  },
  {
    id: "third-party-gets-too-much",
    title: "{target} loses {data} that it never needed",
    stride: "I",
    cwe: [359],
    on: "flow",
    when: {
      target: { groups: ["third-party"], notGroups: ["payment"] },
      data: {
        atLeast: "confidential",
        kinds: ["personal", "health", "location", "biometric", "financial"],
      },
      lacks: ["data-minimisation", "pseudonymisation", "tokenisation"],
    },
    unless: [{ source: { controls: ["data-minimisation", "pseudonymisation", "tokenisation"] } }],
    note: "After the hand-over the other side's security is one's own, while the law still asks the sender. Whole records are sent because the object was at hand; the delivery needs an address, not a date of birth.",
    statement: {
      source: "intruder at {target}",
      prerequisites: "who got in there",
      action: "take {data} that {source} sent along",
      impact: "disclosure that customers blame on {source}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Agree on a list of fields, send those only, and fail the build when the type grows.",
        control: "data-minimisation",
      },
      { text: "Send a pseudonym that only this side can resolve.", control: "pseudonymisation" },
    ],
    sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj", cwe(359)],
  },
  {
    id: "analysts-see-names",
    title: "Everybody who may count in {element} can look people up",
    stride: "I",
    cwe: [359],
    on: "element",
    when: {
      groups: ["warehouse"],
      type: ["store"],
      data: { atLeast: "confidential", kinds: ["personal", "health", "location"] },
      lacks: ["pseudonymisation", "data-minimisation"],
    },
    note: "A warehouse joins what the services keep apart and opens it to many. Dropping names is not enough: a postcode, a birthday and a route single people out, so the smallest groups have to be held back too.",
    statement: {
      source: "analyst",
      prerequisites: "with ordinary access to {element}",
      action: "look up a neighbour, a partner or a celebrity",
      impact: "abuse of {data} that looks like work",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Replace identities by keyed pseudonyms before loading, and keep the key out of the warehouse.",
        control: "pseudonymisation",
      },
      { text: "Load only the columns that a question needs.", control: "data-minimisation" },
      { text: "Use Lake Formation's column and row filters for the rest.", aws: true },
    ],
    sources: [owasp("User_Privacy_Protection"), "https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  },
]);
