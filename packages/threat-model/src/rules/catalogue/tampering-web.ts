import { defineRules } from "../rule.ts";
import {
  apiTop10,
  application,
  cwe,
  edge,
  entering,
  fromCustomers,
  fromPages,
  owasp,
} from "./parts.ts";

/** Pages and forms: what a browser is made to do, and what a client is believed. */
export const rules = defineRules([
  {
    id: "script-in-pages",
    title: "Text of one visitor runs as script in the page of another at {element}",
    stride: "T",
    cwe: [79],
    capec: [63],
    weight: 3,
    on: "element",
    when: {
      groups: ["web-app"],
      incoming: entering,
      lacks: ["output-encoding"],
    },
    note: "Frameworks encode element content; they do not help in href, in styles, in script blocks, in innerHTML or in markdown that may hold HTML. The names of files, the text of support requests and fields of partners are input too.",
    statement: {
      source: "visitor of {element}",
      prerequisites: "whose text is shown to others",
      action: "store text that runs as script in their pages",
      impact: "actions in the name of every reader, staff among them",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Encode for the context by the template engine, sanitise where HTML is allowed, and let a linter refuse raw sinks.",
        control: "output-encoding",
      },
      { text: "Add a content security policy with nonces, and Trusted Types, as the second line." },
    ],
    sources: [owasp("Cross_Site_Scripting_Prevention"), cwe(79)],
  },
  {
    id: "cross-site-request",
    title: "Another site sends {target} a request in a customer's name",
    stride: "T",
    cwe: [352],
    capec: [62],
    on: "flow",
    when: {
      ...fromPages,
      authentication: ["session"],
      target: {
        type: ["process"],
        notGroups: ["identity-provider", ...edge],
        lacks: ["csrf-protection"],
      },
      lacks: ["csrf-protection"],
    },
    unless: [{ protocol: ["websocket", "wss"] }],
    note: "The browser adds the cookie whoever makes it send the request. SameSite=Lax holds most of it off, but not sub-domains, not GET requests that change something, and not the first two minutes of a cookie without the attribute in Chrome.",
    statement: {
      source: "site of an attacker",
      prerequisites: "that a signed-in customer visits",
      action: "have the browser send a request to {target}",
      impact: "a change that the customer never asked for",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Set SameSite on the cookie, require a token of the own page, and check Origin on whatever changes state.",
        control: "csrf-protection",
      },
    ],
    sources: [owasp("Cross-Site_Request_Forgery_Prevention"), cwe(352)],
  },
  {
    id: "framed-and-clicked",
    title: "A customer clicks through a hidden frame of {target}",
    stride: "T",
    cwe: [1021],
    capec: [103],
    weight: 1,
    on: "flow",
    when: {
      ...fromPages,
      authentication: ["session"],
      data: { atLeast: "confidential", kinds: ["payment", "financial", "credentials"] },
      target: { groups: ["web-app"], lacks: ["content-security-policy"] },
    },
    note: "CSRF tokens do not help here: the click is real and happens in the real page. It matters for the few pages where one click pays, grants or deletes.",
    statement: {
      source: "site of an attacker",
      prerequisites: "that shows {target} in a transparent frame",
      action: "lead a customer to click on what is not seen",
      impact: "a payment or a grant without intent",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Send frame-ancestors 'none' in the content security policy of every page.",
        control: "content-security-policy",
      },
    ],
    sources: [owasp("Clickjacking_Defense"), cwe(1021)],
  },
  {
    id: "foreign-script-in-page",
    title: "Script of {source} takes over the page in {target}",
    stride: "T",
    cwe: [829, 353],
    on: "flow",
    when: {
      source: { groups: ["third-party"] },
      target: { groups: ["browser"] },
      lacks: ["integrity-check", "content-security-policy"],
    },
    unless: [
      { target: { controls: ["content-security-policy"] } },
      { source: { groups: ["payment"] } },
    ],
    note: "A script of somebody else runs with all rights of the page: it reads what is typed and sends it anywhere. Card numbers were stolen from shops through chat windows and counters whose servers had been entered; PCI DSS 4 therefore asks for an inventory of the scripts on payment pages.",
    statement: {
      source: "attacker",
      prerequisites: "who entered the servers of {source}",
      action: "change the script that {target} loads",
      impact: "theft of what every customer types",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Pin each script by hash (subresource integrity) or host a reviewed copy.",
        control: "integrity-check",
      },
      {
        text: "Name allowed scripts and destinations in a content security policy, strictest on payment pages.",
        control: "content-security-policy",
      },
    ],
    sources: [owasp("Third_Party_Javascript_Management"), cwe(829)],
  },
  {
    id: "fields-bound-blindly",
    title: "A caller sets fields that only {target} may set",
    stride: "T",
    cwe: [915],
    on: "flow",
    when: {
      ...fromCustomers,
      data: { atLeast: "confidential" },
      target: { ...application, lacks: ["input-validation"] },
      lacks: ["input-validation"],
    },
    note: "A body bound straight to the stored object brings along whatever else is in it: role, price, verified, tenant. The same object returned whole tells the names of those fields, so answers need a shape of their own as well.",
    statement: {
      source: "signed-in user",
      prerequisites: "who adds fields to a request",
      action: "set role, owner or state of a record at {target}",
      impact: "rights or credit that nobody granted",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Parse each request into a type of its own that lists the allowed fields, and refuse others.",
        control: "input-validation",
      },
      { text: "Shape answers the same way, never by serialising the stored object." },
    ],
    sources: [
      owasp("Mass_Assignment"),
      apiTop10("0xa3-broken-object-property-level-authorization"),
    ],
  },
  {
    id: "price-from-the-client",
    title: "The client decides what {target} charges",
    stride: "T",
    cwe: [602],
    capec: [22],
    on: "flow",
    when: {
      ...fromCustomers,
      data: { kinds: ["payment"] },
      target: {
        type: ["process"],
        notGroups: ["payment", "identity-provider", "gateway", ...edge],
        lacks: ["server-side-price"],
      },
      lacks: ["server-side-price"],
    },
    note: "Totals, currencies, quantities below zero, vouchers sent ten times at once: whatever the client computes can be sent otherwise. The order that is paid has to be the order that was priced, not one that was changed between the two.",
    statement: {
      source: "customer",
      prerequisites: "who edits requests",
      action: "buy at {target} for a price of their own",
      impact: "goods below their price, in bulk once it is known",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Compute the total on the server from the stored basket, freeze it before payment, and compare it with what was paid.",
        control: "server-side-price",
      },
    ],
    sources: [owasp("Third_Party_Payment_Gateway_Integration"), cwe(602)],
  },
  {
    id: "charged-twice",
    title: "A repeated request makes {target} charge twice",
    stride: "T",
    cwe: [837],
    on: "flow",
    when: {
      source: { type: ["process"], notGroups: ["client"], lacks: ["idempotency"] },
      target: { groups: ["payment"] },
      lacks: ["idempotency"],
    },
    note: "A time-out says nothing about what happened on the other side, so clients try again. A key made fresh for each attempt protects from nothing: it has to belong to the order and be kept before the first call.",
    statement: {
      source: "impatient customer or a retrying proxy",
      prerequisites: "after an answer that came late",
      action: "have {source} send the same charge to {target} again",
      impact: "double charges, refunds by hand and lost trust",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Send an idempotency key that belongs to the order, stored before the first attempt.",
        control: "idempotency",
      },
      { text: "Ask the provider for the state of the charge before trying again." },
    ],
    sources: [
      "https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/",
      cwe(837),
    ],
  },
]);
