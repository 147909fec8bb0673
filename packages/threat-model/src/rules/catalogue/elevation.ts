import { defineRules } from "../rule.ts";
import { apiTop10, application, cwe, fromCustomers, owasp } from "./parts.ts";

/** Who may do what: objects, functions, the rights of services and staff. */
export const rules = defineRules([
  {
    id: "object-of-another",
    title: "A customer reaches another customer's {data} through {element}",
    stride: "E",
    cwe: [639],
    weight: 3,
    on: "element",
    when: {
      // A gateway cannot know whose object it is; what stands behind it has to.
      ...application,
      incoming: { ...fromCustomers, data: { atLeast: "confidential" } },
      lacks: ["object-authorization"],
    },
    note: "Signing in says who asks, not whose object it is. The check is forgotten on the second route: the export, the image, the nested id in a body, the batch. Ids that cannot be guessed help nobody, since they are shown elsewhere.",
    statement: {
      source: "signed-in customer",
      prerequisites: "who puts another id into a request",
      action: "read or change objects of others through {element}",
      impact: "disclosure or change of {data} of every customer, one by one",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Load each object through its owner (where id and owner fit), in one place, and test each route with two customers.",
        control: "object-authorization",
      },
      {
        text: "Ask Amazon Verified Permissions for each object, with the owner as an attribute.",
        control: "object-authorization",
        aws: true,
      },
    ],
    sources: [apiTop10("0xa1-broken-object-level-authorization"), owasp("Authorization")],
  },
  {
    id: "function-of-staff",
    title: "A customer calls what only staff may call at {element}",
    stride: "E",
    cwe: [862],
    capec: [1],
    on: "element",
    when: {
      groups: ["api", "web-app"],
      notGroups: ["admin"],
      distance: { atMost: 1 },
      incoming: { source: { technology: ["employee", "administrator", "admin-tool"] } },
      lacks: ["function-authorization"],
    },
    note: "Hiding a button is no check. Where staff and customers use one interface, the administrator's call differs by a path or a verb, and role checks are forgotten on the newest one.",
    statement: {
      source: "signed-in customer",
      prerequisites: "who has read the page's script or its documentation",
      action: "call functions of staff at {element}",
      impact: "refunds, roles and exports at will",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Refuse by default, name the role on each route, and fail the build for a route without one.",
        control: "function-authorization",
      },
      { text: "Give staff an interface of their own, on another address and network." },
    ],
    sources: [apiTop10("0xa5-broken-function-level-authorization"), cwe(862)],
  },
  {
    id: "service-believed-for-everybody",
    title: "{target} does for {source} whatever it asks, for any user",
    stride: "E",
    cwe: [441],
    on: "flow",
    when: {
      source: { type: ["process"], notGroups: ["client", "admin"], distance: { atMost: 1 } },
      target: { groups: ["api", "function"], lacks: ["object-authorization"] },
      authentication: ["mtls", "sigv4", "network", "api-key", "shared-secret"],
      data: { atLeast: "confidential" },
      lacks: ["user-context-propagation", "object-authorization"],
    },
    note: "The front service is trusted and asks for the object of any customer, so its one mistake is everybody's. The service that owns the data should see the user's own proof and decide; the caller's identity says only through whom it came.",
    statement: {
      source: "customer",
      prerequisites: "who finds one missing check in {source}",
      action: "have it ask {target} for objects of others",
      impact: "access to {data} of every customer",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Pass on a short-lived token of the user next to the service's identity, and decide where the data is.",
        control: "user-context-propagation",
      },
      {
        text: "Check the owner of each object behind the front service as well.",
        control: "object-authorization",
      },
    ],
    sources: [owasp("Microservices_Security"), cwe(441)],
  },
  {
    id: "partner-key-opens-all",
    title: "The key of {source} opens more of {target} than it needs",
    stride: "E",
    cwe: [1220],
    on: "flow",
    when: {
      source: { technology: ["partner", "third-party-service"] },
      target: {
        groups: ["api", "web-app"],
        lacks: ["function-authorization", "least-privilege", "object-authorization"],
      },
      authentication: ["api-key", "token", "mtls", "shared-secret"],
      data: { atLeast: "internal" },
      lacks: ["function-authorization", "least-privilege"],
    },
    note: "The first integration gets a key for everything, the next five get the same. When a partner is broken into, what counts is which calls, which records and how many a day its key allows.",
    statement: {
      source: "intruder at {source}",
      prerequisites: "who found its key",
      action: "use its key for calls that {source} never makes",
      impact: "access to {data} of customers who have nothing to do with {source}",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      { text: "Give each partner scopes for its calls and records.", control: "least-privilege" },
      {
        text: "Check the scope on each route, and refuse what names none.",
        control: "function-authorization",
      },
    ],
    sources: [apiTop10("0xa5-broken-function-level-authorization"), cwe(1220)],
  },
  {
    id: "decision-fails-open",
    title: "When {target} does not answer, {source} lets everybody in",
    stride: "E",
    cwe: [636],
    on: "flow",
    when: {
      source: {
        type: ["process"],
        notGroups: ["human", "client", "admin"],
        lacks: ["fail-closed"],
      },
      target: {
        groups: ["authorization"],
        technology: ["policy-engine", "aws-verified-permissions"],
      },
      lacks: ["fail-closed"],
    },
    note: "A time-out is an answer that nobody planned, and under load it can be caused at will. Refusing is right for what harms; where the business cannot bear it, the last good decision may be kept for minutes, never made up.",
    statement: {
      source: "attacker",
      prerequisites: "who can slow {target} down",
      action: "be let in while no decision comes",
      impact: "access past every rule",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Treat error, time-out and unknown as refusal in the one library that asks, and test it with the engine turned off.",
        control: "fail-closed",
      },
    ],
    sources: [owasp("Authorization"), cwe(636)],
  },
  {
    id: "rights-granted-alone",
    title: "One person at {source} grants any right in {target}",
    stride: "E",
    cwe: [269],
    capec: [122],
    on: "flow",
    when: {
      source: { groups: ["admin", "human"], trust: { atLeast: 21 } },
      target: {
        groups: ["authorization", "identity-provider"],
        notGroups: ["aws"],
        lacks: ["two-person-rule"],
      },
      lacks: ["two-person-rule"],
    },
    note: "Whoever may grant rights has all rights. A second person stops both the insider and the thief of one laptop; recovery of an administrator's account needs the same, or it is the way around.",
    statement: {
      source: "insider or thief of a session",
      prerequisites: "who is signed in to the console",
      action: "grant an own account the rights of everybody",
      impact: "control of every system that asks {target}",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Keep rules in version control with a required review, and let large grants need two persons and end on their own.",
        control: "two-person-rule",
      },
    ],
    sources: [owasp("Authorization"), cwe(269)],
  },
  {
    id: "standing-access",
    title: "A stolen account of {source} enters {target} at any time",
    stride: "E",
    cwe: [269],
    on: "flow",
    when: {
      source: { groups: ["human"], trust: { atLeast: 21 } },
      target: {
        groups: ["database", "vm", "object-storage"],
        lacks: ["just-in-time-access", "two-person-rule"],
      },
      lacks: ["just-in-time-access", "two-person-rule"],
    },
    note: "Access that is used twice a year is stolen on the other 363 days. Asked for with a reason, given for an hour and recorded, it becomes an event that somebody can look at.",
    statement: {
      source: "thief of an account of {source}",
      prerequisites: "who waits for a quiet hour",
      action: "read and change what is in {target} past the application's checks",
      impact: "loss or change of {data}",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Give access for an hour, a named case and a recorded session.",
        control: "just-in-time-access",
      },
      {
        text: "Use Session Manager with a role that Identity Center grants for a time.",
        control: "just-in-time-access",
        aws: true,
      },
      { text: "Let writes in production need a second person.", control: "two-person-rule" },
    ],
    sources: ["https://csrc.nist.gov/pubs/sp/800/207/final", cwe(269)],
  },
  {
    id: "all-secrets-for-one",
    title: "{source}, once entered, reads every secret in {target}",
    stride: "E",
    cwe: [1220],
    on: "flow",
    when: {
      source: { type: ["process"], distance: { atMost: 2 }, lacks: ["least-privilege"] },
      target: { groups: ["secrets"], notGroups: ["aws"], lacks: ["least-privilege"] },
      lacks: ["least-privilege"],
    },
    note: "One token for the whole cluster makes the store a single prize. Each workload needs its few paths, by an identity that the platform proves, and no way to list the rest.",
    statement: {
      source: "intruder",
      prerequisites: "with code execution in {source}",
      action: "read secrets of all other services from {target}",
      impact: "control of everything those secrets open",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Bind a policy to the identity of each workload that names its paths, and deny listing.",
        control: "least-privilege",
      },
    ],
    sources: [owasp("Secrets_Management"), cwe(1220)],
  },
]);
