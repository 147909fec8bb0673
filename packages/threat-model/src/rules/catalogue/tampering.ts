import { defineRules } from "../rule.ts";
import { cwe, edge, outside, owasp, rfc } from "./parts.ts";

/** What is changed on its way, or injected on arrival. */
export const rules = defineRules([
  {
    id: "changed-on-the-way",
    title: "“{flow}” is changed on its way from {source} to {target}",
    stride: "T",
    cwe: [924],
    capec: [94],
    on: "flow",
    when: {
      crosses: true,
      encryption: ["none"],
      data: { atLeast: "internal" },
      source: { notGroups: ["human"] },
      lacks: ["message-signature"],
    },
    // Short-range links, wires and voices have rules of their own.
    unless: [{ protocol: ["voice", "ipc", "file", "usb", "uart", "nfc", "sms", "dns"] }],
    note: "Whoever can read an unprotected connection can usually write it too: a hotel's Wi-Fi, a router with an old firmware, a provider. What arrives is then believed because it came from the right address.",
    statement: {
      source: "attacker",
      prerequisites: "on any network between {source} and {target}",
      action: "change {data} on the way",
      impact: "decisions of {target} on false data",
      goals: ["integrity"],
    },
    mitigations: [
      { text: "Use TLS with the server's certificate checked, and turn the plain port off." },
      {
        text: "Where the way cannot be encrypted, sign each message and check it before use.",
        control: "message-signature",
      },
    ],
    sources: [owasp("Transport_Layer_Security"), cwe(924)],
  },
  {
    id: "sql-injection",
    title: "Input of {source} becomes part of a query to {target}",
    stride: "T",
    cwe: [89],
    capec: [66],
    weight: 3,
    on: "flow",
    when: {
      source: {
        type: ["process"],
        notGroups: ["client", "admin", ...edge],
        distance: { atMost: 4 },
        lacks: ["parameterised-queries"],
      },
      target: { groups: ["relational-database"] },
      lacks: ["parameterised-queries"],
    },
    note: "Values are rarely the problem any more: sort columns, table names, IN lists and raw fragments of the mapper are, since no placeholder exists for them. Second-order injection stores the text first and builds the query elsewhere.",
    statement: {
      source: "external attacker",
      prerequisites: "whose input reaches a query",
      action: "alter the statement that {source} sends to {target}",
      impact: "reading and changing rows of all customers",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Bind every value, take identifiers from a fixed list, and let a linter refuse queries made by concatenation.",
        control: "parameterised-queries",
      },
      { text: "Give the service an account that can do only what its queries need." },
    ],
    sources: [owasp("SQL_Injection_Prevention"), cwe(89)],
  },
  {
    id: "query-object-injection",
    title: "Input of {source} becomes an operator in a query to {target}",
    stride: "T",
    cwe: [943],
    capec: [676],
    on: "flow",
    when: {
      source: {
        type: ["process"],
        notGroups: ["client", "admin"],
        distance: { atMost: 4 },
        lacks: ["parameterised-queries", "input-validation"],
      },
      target: { technology: ["document-database", "search-index", "aws-opensearch"] },
      lacks: ["parameterised-queries", "input-validation"],
    },
    note: 'Without SQL there is still a query language. A JSON body turns a password into {"$ne": null}, and a search string with its own operators reaches fields that the page never offers.',
    statement: {
      source: "external attacker",
      prerequisites: "who sends an object where a text is expected",
      action: "change the meaning of a query to {target}",
      impact: "sign-in without a password, or documents of others",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Check types against a schema before a query is built: a text stays a text.",
        control: "input-validation",
      },
      {
        text: "Build queries with a builder that treats input as values only; never pass on a query string.",
        control: "parameterised-queries",
      },
    ],
    sources: [owasp("Injection_Prevention"), cwe(943)],
  },
  {
    id: "partner-file-altered",
    title: "A file from {source} is altered before {target} reads it",
    stride: "T",
    cwe: [354],
    on: "flow",
    when: {
      protocol: ["sftp", "ftp", "file", "nfs"],
      crosses: true,
      source: { lacks: ["message-signature"] },
      lacks: ["message-signature", "integrity-check"],
    },
    note: "The transfer is protected, the file is not: it waits in a drop folder that several companies and jobs can write. A batch that arrives half, twice or from the day before does as much harm as a forged one.",
    statement: {
      source: "person with access to the drop folder",
      prerequisites: "who can write to it as well as read",
      action: "change or swap a file before {target} takes it",
      impact: "false records in bulk",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Let the sender sign each file, with a sequence number and a count of its records, and refuse gaps.",
        control: "message-signature",
      },
      { text: "Compare a checksum that came by another way.", control: "integrity-check" },
    ],
    sources: [cwe(354), cwe(345)],
  },
  {
    id: "answer-of-name-server-forged",
    title: "{source} is sent to another {target} by a forged answer",
    stride: "T",
    cwe: [345],
    capec: [142],
    weight: 1,
    on: "flow",
    when: {
      protocol: ["dns"],
      target: { groups: ["dns"], lacks: ["integrity-check"] },
      lacks: ["integrity-check"],
    },
    note: "A plain answer is believed when it arrives first. TLS catches the wrong server later, but mail delivery and the issue of certificates ask names before any TLS: a forged answer there yields a genuine certificate.",
    statement: {
      source: "attacker",
      prerequisites: "who can answer faster, or controls the account of the domain",
      action: "lead {source} to an own server",
      impact: "intercepted mail and certificates issued to strangers",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Sign the zone with DNSSEC and validate in the resolver.",
        control: "integrity-check",
      },
      { text: "Restrict issuers with CAA, and watch certificate transparency logs." },
      { text: "Turn on DNSSEC signing in Route 53 with an alarm on its key's state.", aws: true },
    ],
    sources: [
      rfc(4033),
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html",
    ],
  },
  {
    id: "answers-poisoned",
    title: "One crafted request puts a bad answer into {element} for everybody",
    stride: "T",
    cwe: [349],
    capec: [141],
    on: "element",
    when: {
      groups: ["cdn"],
      incoming: { source: outside },
      outgoing: { target: { groups: ["web-app", "api", "load-balancer", "gateway"] } },
      lacks: ["cache-key-policy"],
    },
    note: "A header that changes the answer and is no part of the cache key lets one request decide what all others get. X-Forwarded-Host is the classic; unkeyed query parameters and error pages are what is found today.",
    statement: {
      source: "external attacker",
      prerequisites: "who finds a header that the cache key leaves out",
      action: "have {element} store an answer that carries their input",
      impact: "script or an error page for every visitor",
      goals: ["integrity", "availability"],
    },
    mitigations: [
      {
        text: "Forward to the origin only what is in the cache key, and store no answer to odd requests.",
        control: "cache-key-policy",
      },
      {
        text: "Name headers, cookies and query strings in a CloudFront cache policy and an origin request policy that agree.",
        control: "cache-key-policy",
        aws: true,
      },
    ],
    sources: [
      cwe(349),
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html",
    ],
  },
]);
