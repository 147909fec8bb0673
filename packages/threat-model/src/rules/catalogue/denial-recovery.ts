import { defineRules } from "../rule.ts";
import { builders, cwe } from "./parts.ts";

/** What fails with something else, and what cannot be brought back. */
export const rules = defineRules([
  {
    id: "slow-partner-stops-us",
    title: "A slow {target} stops {source}",
    stride: "D",
    cwe: [1088],
    weight: 1,
    on: "flow",
    when: {
      source: { type: ["process"], notGroups: ["client"], lacks: ["timeouts", "load-shedding"] },
      target: { groups: ["third-party"] },
      lacks: ["timeouts", "load-shedding"],
    },
    note: "A dependency that is down is harmless beside one that is slow: every thread waits for it, and soon nothing else is answered. Defaults of many clients wait for ever; retries without a budget then multiply the load that made it slow.",
    statement: {
      source: "fault or attack at {target}",
      prerequisites: "that lasts for minutes",
      action: "keep requests of {source} waiting",
      impact: "an outage of parts that never needed {target}",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Set a deadline for connecting and for the whole call, retry with jitter and a budget.",
        control: "timeouts",
      },
      {
        text: "Keep a pool for that partner alone, open a circuit breaker, and decide what is shown meanwhile.",
        control: "load-shedding",
      },
    ],
    sources: [builders("timeouts-retries-and-backoff-with-jitter"), cwe(1088)],
  },
  {
    id: "slow-neighbour-stops-us",
    title: "A slow {target} takes {source} down with it",
    stride: "D",
    cwe: [1088],
    weight: 1,
    on: "flow",
    when: {
      source: {
        groups: ["web-app", "api", "gateway", "function"],
        distance: { atMost: 1 },
        lacks: ["timeouts", "load-shedding"],
      },
      target: { groups: ["api", "authorization", "identity-provider"], notGroups: ["aws"] },
      rise: { atLeast: -9, atMost: 20 },
      lacks: ["timeouts", "load-shedding"],
    },
    note: "In a chain of services each retry multiplies: three tries at three levels are 27 calls at the last. Retry at one level only, and give each call what is left of the customer's patience.",
    statement: {
      source: "load peak or a flood",
      prerequisites: "that one service cannot bear",
      action: "slow {target}, and with it every caller",
      impact: "an outage that goes on after its cause is gone",
      goals: ["availability"],
    },
    mitigations: [
      { text: "Pass a deadline along, retry at one level with a budget.", control: "timeouts" },
      {
        text: "Refuse early when the queue to the next service grows.",
        control: "load-shedding",
      },
    ],
    sources: [
      builders("timeouts-retries-and-backoff-with-jitter"),
      builders("using-load-shedding-to-avoid-overload"),
    ],
  },
  {
    id: "single-point-of-failure",
    title: "When {element} fails, everything that needs it stops",
    stride: "D",
    cwe: [],
    weight: 1,
    on: "element",
    when: {
      groups: [
        "relational-database",
        "identity-provider",
        "load-balancer",
        "authorization",
        "secrets",
      ],
      notGroups: ["aws"],
      distance: { atMost: 3 },
      lacks: ["redundancy"],
    },
    note: "It is the part that everything calls and nobody owns: sign-in, secrets, names. A replica helps only if switching to it was tried under load, and if it does not share rack, account or release with the first.",
    statement: {
      source: "attacker",
      prerequisites: "who looks for the weakest part",
      action: "stop {element}",
      impact: "an outage of every feature at once",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Run it in several zones with a switch that is rehearsed, and let callers keep going on the last good answer for a while.",
        control: "redundancy",
      },
    ],
    sources: [
      builders("static-stability-using-availability-zones"),
      "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html",
    ],
  },
  {
    id: "cold-cache",
    title: "When {source} finds {target} empty, the load falls on what is behind it",
    stride: "D",
    cwe: [],
    weight: 1,
    on: "flow",
    when: {
      source: {
        type: ["process"],
        distance: { atMost: 1 },
        outgoing: { target: { groups: ["database"] } },
        lacks: ["load-shedding"],
      },
      target: { groups: ["cache"], lacks: ["redundancy"] },
    },
    note: "A cache begins as an improvement and ends as a dependency: after a year the database can no longer bear the load without it. A restart, or an attacker who asks for keys that do not exist, shows it.",
    statement: {
      source: "attacker",
      prerequisites: "who asks for keys that do not exist",
      action: "empty {target} or ask past it",
      impact: "an overload that keeps the cache from filling",
      goals: ["availability"],
    },
    mitigations: [
      { text: "Keep copies in several zones, and remember misses as well.", control: "redundancy" },
      {
        text: "Let one caller fill a key while others wait, and shed the rest.",
        control: "load-shedding",
      },
    ],
    sources: [builders("caching-challenges-and-strategies")],
  },
  {
    id: "data-without-backup",
    title: "{element} loses {data} for good",
    stride: "D",
    cwe: [],
    on: "element",
    when: {
      groups: ["database", "object-storage", "file-storage"],
      notGroups: ["aws", "client", "vector-store", "model"],
      holds: { atLeast: "confidential" },
      lacks: ["backup", "versioning", "immutable-storage"],
      noOutgoing: { target: { groups: ["backup"] } },
      noIncoming: { source: { groups: ["backup"] } },
    },
    note: "Replicas copy a mistake within a second. What counts is the restore that was timed, with the keys it needs, into an account that the thief of this one cannot reach.",
    statement: {
      source: "extortionist, or a faulty release",
      prerequisites: "with write access to {element}",
      action: "delete or encrypt {data}",
      impact: "loss of the business's memory",
      goals: ["availability", "integrity"],
    },
    mitigations: [
      {
        text: "Back up to another account each day, restore each month and time it.",
        control: "backup",
      },
      { text: "Keep old versions that the application cannot delete.", control: "versioning" },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/sp/800/34/r1/upd1/final",
      "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html",
    ],
  },
  {
    id: "backups-erased",
    title: "The backups in {element} are erased along with the data",
    stride: "D",
    cwe: [],
    on: "element",
    when: {
      groups: ["backup"],
      notGroups: ["aws"],
      lacks: ["immutable-storage", "two-person-rule"],
    },
    note: "Extortionists look for the backups first, and wait until the clean ones have expired. The account that writes backups must not be able to delete them, and neither must a single administrator.",
    statement: {
      source: "extortionist",
      prerequisites: "with an administrator's account",
      action: "delete what is in {element}, then encrypt the rest",
      impact: "no way back but paying",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Keep copies in storage that refuses deletion until their time is over.",
        control: "immutable-storage",
      },
      { text: "Let deletion and changed retention need two persons.", control: "two-person-rule" },
      {
        text: "Use AWS Backup Vault Lock in compliance mode, in an account of its own.",
        control: "immutable-storage",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
      "https://www.cisa.gov/stopransomware/ransomware-guide",
    ],
  },
  {
    id: "keys-lost",
    title: "With {element} everything that it encrypts is lost",
    stride: "D",
    cwe: [],
    weight: 1,
    on: "element",
    when: {
      groups: ["keys", "secrets"],
      type: ["store"],
      notGroups: ["aws", "iot-device"],
      lacks: ["backup", "redundancy", "versioning"],
    },
    note: "Deleting a key is the fastest way to delete a database, its replicas and its backups at once. A waiting time, and an alarm on its start, turn a catastrophe into a phone call.",
    statement: {
      source: "insider, extortionist or a clean-up job",
      prerequisites: "with the right to delete keys",
      action: "destroy a key in {element}",
      impact: "loss of all data under it, backups among it",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Delay deletion by weeks with an alarm, and keep a sealed copy of root keys with two holders.",
        control: "backup",
      },
      { text: "Keep old versions of secrets until nothing uses them.", control: "versioning" },
    ],
    sources: ["https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final"],
  },
]);
