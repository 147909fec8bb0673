import { defineRules } from "../rule.ts";
import { application, cwe, entering, owasp } from "./parts.ts";

/** Deeds of customers, partners and staff that nobody can prove afterwards. */
export const rules = defineRules([
  {
    id: "deed-without-record",
    title: "A customer denies what was done at {element}, and nothing shows it",
    stride: "R",
    cwe: [778],
    on: "element",
    when: {
      ...application,
      incoming: { ...entering, data: { atLeast: "confidential" } },
      lacks: ["audit-log"],
      noOutgoing: { target: { groups: ["log", "monitoring"] } },
    },
    note: "Logs for finding faults say that something failed; proof says who did what to whose record, from where, with which session and with what outcome. It is needed for the deeds that succeed.",
    statement: {
      source: "customer or whoever used the account",
      prerequisites: "after changing or reading {data}",
      action: "deny the deed",
      impact: "disputes that cannot be settled and break-ins that cannot be reconstructed",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Write one record for each consequential deed (who, what, on what, when, from where, outcome) apart from debug logs.",
        control: "audit-log",
      },
      {
        text: "Ship structured records to CloudWatch Logs, with a copy in an account that the application cannot write.",
        control: "audit-log",
        aws: true,
      },
    ],
    sources: [owasp("Logging"), cwe(778)],
  },
  {
    id: "staff-deed-without-record",
    title: "Nobody can tell which member of staff used {element}, and on whom",
    stride: "R",
    cwe: [778],
    weight: 3,
    on: "element",
    when: {
      groups: ["admin"],
      type: ["process"],
      notGroups: ["aws"],
      lacks: ["audit-log"],
      noOutgoing: { target: { groups: ["log", "monitoring"] } },
    },
    note: "Curious or bribed staff look without changing anything, so reads have to be recorded as well, with the reason (the number of the case). Records help only when somebody compares them with the cases.",
    statement: {
      source: "member of staff",
      prerequisites: "with ordinary access to {element}",
      action: "look up or change a customer and deny it",
      impact: "abuse that is neither noticed nor provable",
      goals: ["accountability", "confidentiality"],
    },
    mitigations: [
      {
        text: "Record each look-up and change with person, customer and case number, where operators cannot delete it.",
        control: "audit-log",
      },
      { text: "Have a sample of look-ups without a case reviewed each week." },
    ],
    sources: [owasp("Logging"), cwe(778)],
  },
  {
    id: "sign-ins-unrecorded",
    title: "A take-over of an account leaves no trace at {element}",
    stride: "R",
    cwe: [778],
    weight: 2,
    on: "element",
    when: {
      groups: ["identity-provider"],
      notGroups: ["aws"],
      lacks: ["audit-log"],
      noOutgoing: { target: { groups: ["log", "monitoring"] } },
    },
    note: "Whether it was the customer or a thief is decided by the history of sign-ins, new devices, changed factors and recoveries. Failures alone are not enough: the take-over is the attempt that succeeded.",
    statement: {
      source: "thief of an account",
      prerequisites: "who knows the password",
      action: "sign in, change the factors and be taken for the owner",
      impact: "no way to tell the owner's deeds from the thief's",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Record each sign-in, failure, new device, changed factor and recovery, and show the customer their own.",
        control: "audit-log",
      },
    ],
    sources: [owasp("Logging_Vocabulary"), owasp("Authentication")],
  },
  {
    id: "shared-account",
    title: "Several people are one account to {target}",
    stride: "R",
    cwe: [],
    on: "flow",
    when: {
      source: { technology: ["employee", "administrator"] },
      authentication: ["shared-secret", "api-key"],
    },
    note: "With a shared account the log names a team. It also outlives everyone who leaves, since changing it would trouble those who stay.",
    statement: {
      source: "member of a team",
      prerequisites: "who knows the shared secret",
      action: "use {target} and point at the others",
      impact: "deeds that are nobody's",
      goals: ["accountability", "confidentiality"],
    },
    mitigations: [
      { text: "Give each person an account from the directory, and rights by group." },
      {
        text: "Let people take roles through IAM Identity Center, so that CloudTrail names the person in the session.",
        aws: true,
      },
    ],
    sources: [
      owasp("Authentication"),
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    ],
  },
  {
    id: "support-seen-as-customer",
    title: "What staff do through {source} looks like the customer's own deed at {target}",
    stride: "R",
    cwe: [223],
    on: "flow",
    when: {
      source: { groups: ["admin"], type: ["process"], notGroups: ["aws"] },
      target: {
        groups: ["api", "web-app", "identity-provider"],
        lacks: ["user-context-propagation"],
      },
      data: { atLeast: "confidential" },
      lacks: ["user-context-propagation"],
    },
    note: "“Sign in as the customer” is handy, and from then on nothing tells the two apart. The token has to carry both names, actor and subject, and records have to keep both.",
    statement: {
      source: "member of staff",
      prerequisites: "who acts for a customer in {source}",
      action: "change something and leave it as the customer's deed",
      impact: "customers blamed for what staff did, and the reverse",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Pass on both names (the act claim of token exchange), record both, and mark such changes for the customer.",
        control: "user-context-propagation",
      },
    ],
    sources: ["https://www.rfc-editor.org/rfc/rfc8693.html", cwe(223)],
  },
  {
    id: "service-acts-for-nobody",
    title: "{target} records a deed of {source}, and no person behind it",
    stride: "R",
    cwe: [223],
    weight: 1,
    on: "flow",
    when: {
      source: {
        groups: ["api", "web-app", "function"],
        distance: { atMost: 1 },
        lacks: ["user-context-propagation"],
      },
      target: { groups: ["api", "function", "worker"] },
      authentication: ["mtls", "sigv4", "api-key", "network", "shared-secret"],
      data: { atLeast: "confidential", kinds: ["payment", "financial", "health"] },
      lacks: ["user-context-propagation"],
    },
    note: "Between services the caller's own identity replaces the user's. Two services further in, the record says “the front end did it” for every customer, and joining logs by time is guesswork under load.",
    statement: {
      source: "user of {source}",
      prerequisites: "whose request is carried out further in",
      action: "have {target} act without being named in its records",
      impact: "records from which no person can be derived",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Pass on the user in a token that the other side verifies, next to the service's identity, and record both.",
        control: "user-context-propagation",
      },
      { text: "Carry one correlation id from the edge through every record." },
    ],
    sources: [owasp("Microservices_Security"), "https://www.w3.org/TR/trace-context/"],
  },
]);
