import { defineRules } from "../rule.ts";

/** Trails, detectors and what answers them. */
export const rules = defineRules([
  {
    id: "data-events-missing",
    title: "{element} cannot say who read an object or a record",
    stride: "R",
    cwe: [778],
    weight: 3,
    on: "element",
    when: { technology: ["aws-cloudtrail"], lacks: ["data-events"] },
    note: "A trail records management calls alone until it is told more: GetObject, table reads and function invocations are data events, off by default and charged. After a leak of credentials the question is which objects were read; without them every object counts as read. S3's own access logs are best effort.",
    statement: {
      source: "thief of credentials",
      prerequisites: "with read access to buckets and tables",
      action: "copy data and leave no entry in {element}",
      impact: "a breach whose extent nobody can limit, so that all customers are told",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Record data events for buckets, tables and functions with sensitive data, by advanced event selectors.",
        control: "data-events",
        aws: true,
      },
      {
        text: "Keep them queryable for as long as a breach stays unnoticed, a year rather than 90 days.",
        control: "data-events",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
    ],
  },
  {
    id: "trail-in-watched-account",
    title: "Whoever takes the account of {source} also rewrites {target}",
    stride: "R",
    cwe: [732, 693],
    capec: [268],
    weight: 3,
    on: "flow",
    when: {
      crosses: false,
      target: {
        technology: ["aws-cloudtrail", "aws-cloudwatch-logs"],
        lacks: ["separate-account", "tamper-evident-log", "immutable-storage"],
      },
      lacks: ["tamper-evident-log"],
    },
    note: "StopLogging is the first call that people think of and the loudest. Quieter ones remain: an event selector that skips one service, a lifecycle rule that empties the bucket after a day, a key policy without the service. A trail of the organisation cannot be changed by member accounts.",
    statement: {
      source: "intruder with administrator rights",
      prerequisites: "in the account that holds {target}",
      action: "narrow, expire or delete the records of the intrusion",
      impact: "an incident that cannot be reconstructed",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Use an organisation trail into a log archive account where no workload role has rights.",
        control: "separate-account",
        aws: true,
      },
      {
        text: "Turn on log file validation and Object Lock, and check the digests from outside.",
        control: "tamper-evident-log",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html",
    ],
  },
  {
    id: "finding-without-response",
    title: "{element} reports an intrusion and nobody acts",
    stride: "R",
    cwe: [778],
    on: "element",
    when: {
      technology: ["aws-guardduty", "aws-security-hub", "aws-config"],
      noOutgoing: { target: { type: ["actor", "process", "store"] } },
      lacks: ["automatic-response", "monitoring"],
    },
    note: "A detector that ends in a console is a record of what could have been stopped. Stolen credentials are used within minutes, a ticket is read in hours: what decides is the answer that was rehearsed, with names and with the right to cut off production.",
    statement: {
      source: "intruder",
      prerequisites: "whose first steps {element} reports",
      action: "go on for days because the finding reaches no person",
      impact: "an intrusion that was seen and became a breach",
      goals: ["accountability", "confidentiality"],
    },
    mitigations: [
      {
        text: "Send findings through EventBridge to a pager and to a playbook in Systems Manager or Step Functions.",
        control: "automatic-response",
        aws: true,
      },
      {
        text: "Generate sample findings every month and measure the time until a person acts.",
        control: "monitoring",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-guardduty.html",
      "https://csrc.nist.gov/pubs/sp/800/61/r3/final",
    ],
  },
  {
    id: "region-nobody-watches",
    title: "An intruder works in a region that {element} does not watch",
    stride: "R",
    cwe: [778, 693],
    weight: 1,
    on: "element",
    when: { technology: ["aws-guardduty"], lacks: ["all-regions", "service-control-policy"] },
    note: "GuardDuty, Config and most detectors are regional, and a stolen key is not. Miners start instances where nobody looks. Opt-in regions are off for this reason, but whoever holds administrator rights can turn one on.",
    statement: {
      source: "thief of credentials",
      prerequisites: "in a region without workloads or detectors",
      action: "start machines and keep a second foothold",
      impact: "costs and a foothold that no alarm reports",
      goals: ["accountability", "availability"],
    },
    mitigations: [
      {
        text: "Enable the detector for the organisation in all regions, with automatic enrolment of new accounts.",
        control: "all-regions",
        aws: true,
      },
      {
        text: "Deny unused regions by service control policy.",
        control: "service-control-policy",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_accounts.html",
      "https://docs.aws.amazon.com/controltower/latest/controlreference/ou-region-deny.html",
    ],
  },
  {
    id: "response-turned-against-us",
    title: "An attacker makes {source} cut off what {target} controls",
    stride: "D",
    cwe: [645],
    on: "flow",
    when: {
      source: { groups: ["monitoring"] },
      target: {
        groups: ["function", "deployment", "identity-provider", "firewall", "admin"],
        lacks: ["human-approval", "rate-limit", "two-person-rule"],
      },
      lacks: ["human-approval", "rate-limit", "two-person-rule"],
    },
    note: "Automatic containment is a remote control whose trigger the attacker holds: port scans with a partner's address, or failed sign-ins of the deploy role, block exactly those. The responder also holds the widest role in the account, which makes it a target itself.",
    statement: {
      source: "attacker",
      prerequisites: "who knows which signals {source} answers",
      action: "produce such signals in the name of a service that customers need",
      impact: "an outage that our own defence carried out",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Isolate a single instance or session automatically; ask a person before what is shared is cut off.",
        control: "human-approval",
      },
      {
        text: "Limit actions per hour and exempt named roles and addresses; give each playbook its own narrow role.",
        control: "rate-limit",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/prescriptive-guidance/latest/security-reference-architecture/welcome.html",
      "https://csrc.nist.gov/pubs/sp/800/61/r3/final",
    ],
  },
]);
