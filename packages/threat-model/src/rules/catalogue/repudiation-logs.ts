import { defineRules } from "../rule.ts";
import { cwe, owasp, rfc } from "./parts.ts";

/** Records that can be forged, changed or lost, and changes that leave none. */
export const rules = defineRules([
  {
    id: "log-changeable",
    title: "Whoever breaks in removes the traces in {element}",
    stride: "R",
    cwe: [732],
    capec: [268],
    on: "element",
    when: {
      groups: ["log"],
      type: ["store"],
      notGroups: ["aws"],
      lacks: ["tamper-evident-log", "immutable-storage"],
    },
    note: "The account that writes a log can usually delete it, and so can the administrator whom it should watch. Encryption and access control do not help against those two; another owner and storage that refuses changes do.",
    statement: {
      source: "intruder or administrator",
      prerequisites: "with rights on the systems that write to {element}",
      action: "change or delete the entries that show the deed",
      impact: "a break-in whose extent nobody can tell",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Chain or sign entries and verify them by a job elsewhere, so that a gap shows.",
        control: "tamper-evident-log",
      },
      {
        text: "Keep a copy under another owner in storage that refuses changes for the time of retention.",
        control: "immutable-storage",
      },
      {
        text: "Write to S3 with Object Lock in compliance mode, in a log archive account.",
        control: "immutable-storage",
        aws: true,
      },
    ],
    sources: ["https://csrc.nist.gov/pubs/sp/800/92/final", owasp("Logging")],
  },
  {
    id: "log-forged",
    title: "Input of strangers forges entries of {source} in {target}",
    stride: "R",
    cwe: [117],
    capec: [93],
    weight: 1,
    on: "flow",
    when: {
      source: {
        groups: ["web-app", "api", "identity-provider", "gateway"],
        notGroups: ["aws"],
        distance: { atMost: 1 },
        lacks: ["output-encoding", "input-validation"],
      },
      target: { groups: ["log", "monitoring"] },
      lacks: ["output-encoding", "input-validation"],
    },
    note: "A line break in a user name makes a second entry, written by the attacker. Tools that show logs are attacked the same way: escape codes in terminals, script in dashboards, look-ups in loggers.",
    statement: {
      source: "external attacker",
      prerequisites: "whose input is logged",
      action: "write entries into {target} that {source} never made",
      impact: "a false trail, and doubt about every true entry",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Log as structured records (JSON), where input is a value and cannot end the entry.",
        control: "output-encoding",
      },
      { text: "Bound and check what goes into each field.", control: "input-validation" },
    ],
    sources: [owasp("Logging"), cwe(117)],
  },
  {
    id: "log-lost-on-the-way",
    title: "Entries of {source} never reach {target}, and nobody notices",
    stride: "R",
    cwe: [223],
    on: "flow",
    when: { target: { groups: ["log", "monitoring"] }, protocol: ["syslog", "udp", "http"] },
    note: "Syslog over UDP is unacknowledged, unauthenticated and readable: a flood drops the interesting entries, and anybody may send some in the name of any host.",
    statement: {
      source: "attacker",
      prerequisites: "with a foothold in the network of {source}",
      action: "drop, read or invent entries on their way to {target}",
      impact: "records with gaps at the time that matters",
      goals: ["accountability", "availability"],
    },
    mitigations: [
      {
        text: "Send over TLS with both ends authenticated, buffer on disk, and number the entries.",
      },
      { text: "Alarm when a host that always writes falls silent." },
    ],
    sources: [rfc(5425), "https://csrc.nist.gov/pubs/sp/800/92/final"],
  },
  {
    id: "log-read-by-nobody",
    title: "The traces in {element} are first read after the damage",
    stride: "R",
    cwe: [778],
    weight: 1,
    on: "element",
    when: {
      groups: ["log"],
      type: ["store"],
      notGroups: ["aws"],
      lacks: ["monitoring"],
      noOutgoing: { target: { groups: ["monitoring"] } },
      noIncoming: { source: { groups: ["monitoring"] } },
    },
    note: "A log without a reader is for the court, not for defence. Two or three alarms on what never happens in peace (a log turned off, an administrator at night, a bulk export) are worth more than a dashboard.",
    statement: {
      source: "intruder",
      prerequisites: "who is in no hurry",
      action: "work for weeks in plain sight of {element}",
      impact: "damage that early notice would have bounded",
      goals: ["accountability", "confidentiality"],
    },
    mitigations: [
      {
        text: "Name the few entries that have to wake somebody, and test each alarm by causing it.",
        control: "monitoring",
      },
    ],
    sources: [
      owasp("Logging"),
      "https://owasp.org/Top10/A09_2021-Security_Logging_and_Monitoring_Failures/",
    ],
  },
  {
    id: "clocks-disagree",
    title: "The order of events in {element} cannot be proven",
    stride: "R",
    cwe: [],
    weight: 1,
    on: "element",
    when: {
      groups: ["log", "monitoring"],
      notGroups: ["aws"],
      incoming: {
        source: { groups: ["vm", "iot-device", "container", "admin"], notGroups: ["managed"] },
      },
      lacks: ["clock-sync"],
    },
    note: "Who was first decides disputes: the withdrawal or the block, the trade or the news. Hosts drift by seconds a day, devices without a battery start in 1970, and entries in local time repeat an hour each autumn.",
    statement: {
      source: "party to a dispute",
      prerequisites: "who has seen the records",
      action: "question the order in which entries of several machines happened",
      impact: "records that prove nothing about cause",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Synchronise all clocks with authenticated time, alarm on drift, log in UTC, and add the time of arrival.",
        control: "clock-sync",
      },
      { text: "Use the Amazon Time Sync Service on instances.", control: "clock-sync", aws: true },
    ],
    sources: [rfc(8915), "https://csrc.nist.gov/pubs/sp/800/92/final"],
  },
  {
    id: "change-without-history",
    title: "A record in {element} is changed, and nobody can tell what stood there",
    stride: "R",
    cwe: [778],
    on: "element",
    when: {
      groups: ["relational-database", "document-database", "database"],
      notGroups: ["warehouse", "vector-store"],
      holds: { atLeast: "confidential", kinds: ["financial", "health"] },
      lacks: ["audit-log", "tamper-evident-log", "versioning"],
    },
    note: "An update overwrites the evidence. Balances, prescriptions and contracts are kept as entries that are only ever added; a correction is one more entry with its author.",
    statement: {
      source: "insider or intruder",
      prerequisites: "with write access to {element}",
      action: "change a record and leave no earlier value",
      impact: "fraud that an audit cannot show",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Keep an append-only ledger or history rows with author, reason and time, which the application cannot update.",
        control: "tamper-evident-log",
      },
      {
        text: "Turn on the database's audit log, and ship it to another owner.",
        control: "audit-log",
      },
    ],
    sources: [owasp("Database_Security"), cwe(778)],
  },
  {
    id: "staff-queries-untraced",
    title: "{source} reads {data} in {target} without leaving a trace",
    stride: "R",
    cwe: [778],
    on: "flow",
    when: {
      source: { groups: ["human", "admin"] },
      target: {
        groups: ["database", "search", "warehouse"],
        data: { atLeast: "confidential" },
        lacks: ["audit-log"],
      },
      lacks: ["audit-log"],
    },
    note: "Applications log requests, analysts write queries. Direct access goes past every record that the application keeps, and one SELECT takes what a year of look-ups would.",
    statement: {
      source: "analyst or operator",
      prerequisites: "with direct access to {target}",
      action: "export {data} and deny it",
      impact: "a leak whose source cannot be found",
      goals: ["accountability", "confidentiality"],
    },
    mitigations: [
      {
        text: "Log each statement of a person with name and number of rows, apart from the database's own administrators.",
        control: "audit-log",
      },
      {
        text: "Use Database Activity Streams of Aurora, or audit logging of Redshift.",
        control: "audit-log",
        aws: true,
      },
    ],
    sources: [
      owasp("Database_Security"),
      "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html",
    ],
  },
  {
    id: "grants-unrecorded",
    title: "Nobody can tell who gave whom which rights in {element}",
    stride: "R",
    cwe: [778],
    on: "element",
    when: {
      groups: ["authorization"],
      notGroups: ["aws"],
      lacks: ["audit-log"],
      noOutgoing: { target: { groups: ["log", "monitoring"] } },
    },
    note: "After an incident two questions come: who could, and since when. The present rules answer neither; it takes the history of grants and of decisions with the version of the policy that made them.",
    statement: {
      source: "insider",
      prerequisites: "who may change rules in {element}",
      action: "grant a right, use it and take it back",
      impact: "an access that looks impossible afterwards",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Record each change of a rule with author and reason, and each refusal and sensitive grant with the policy's version.",
        control: "audit-log",
      },
    ],
    sources: [owasp("Authorization"), cwe(778)],
  },
  {
    id: "secret-reads-unrecorded",
    title: "Nobody can tell who read a secret in {element}",
    stride: "R",
    cwe: [778],
    on: "element",
    when: {
      groups: ["secrets", "keys"],
      notGroups: ["aws", "iot-device", "build"],
      lacks: ["audit-log"],
    },
    note: "When a secret leaks, the list of its readers is the whole investigation. It has to name the workload and its host, not the shared account of the cluster.",
    statement: {
      source: "insider",
      prerequisites: "who may read from {element}",
      action: "take a secret and use it elsewhere",
      impact: "a leak that points at everybody",
      goals: ["accountability", "confidentiality"],
    },
    mitigations: [
      {
        text: "Turn on the audit device of the store, send it to another owner, and alarm on readers that are new.",
        control: "audit-log",
      },
    ],
    sources: [owasp("Secrets_Management"), owasp("Key_Management")],
  },
]);
