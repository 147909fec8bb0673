import { defineRules } from "../rule.ts";
import { apiTop10, application, builders, cwe, edge, outside, owasp, uploads } from "./parts.ts";

/** Too much at once, from outside or from a neighbour. */
export const rules = defineRules([
  {
    id: "entry-flooded",
    title: "{element} is flooded until customers cannot use it",
    stride: "D",
    cwe: [770],
    capec: [125],
    on: "element",
    when: {
      any: [
        { groups: ["gateway", "load-balancer", "identity-provider"], notGroups: ["iot-device"] },
        application,
      ],
      incoming: { source: outside, rise: { atLeast: 10 } },
      lacks: ["rate-limit", "ddos-protection", "load-shedding"],
    },
    unless: [
      { incoming: { source: { controls: ["rate-limit", "ddos-protection"] } } },
      { technology: ["aws-iam", "aws-sts", "aws-iot-core", "aws-cognito", "aws-identity-center"] },
    ],
    note: "Volume is the edge's business; the flood that hurts is small: one search without a filter, one password hash, one report. The limit has to follow cost, be shared by all servers, and refuse before work begins.",
    statement: {
      source: "attacker with a rented botnet",
      prerequisites: "or one client in a loop",
      action: "send {element} more than it can answer",
      impact: "an outage for every customer, or a bill that grows with the attack",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Limit by caller and by cost at the first place that knows the caller, and answer 429 with a time to wait.",
        control: "rate-limit",
      },
      {
        text: "Put CloudFront and Shield in front, with rate-based rules of AWS WAF, and close other ways in.",
        control: "ddos-protection",
        aws: true,
      },
      {
        text: "Shed what cannot be answered in time, the cheap refusal first.",
        control: "load-shedding",
      },
    ],
    sources: [owasp("Denial_of_Service"), builders("using-load-shedding-to-avoid-overload")],
  },
  {
    id: "one-tenant-takes-all",
    title: "One customer of {element} takes what all share",
    stride: "D",
    cwe: [770],
    on: "element",
    when: {
      groups: ["api", "web-app"],
      incoming: { source: { technology: ["partner"] } },
      lacks: ["quota", "rate-limit"],
    },
    note: "The usual denial of service is no attack: a partner's new release polls each second. A limit for all together punishes the others; fairness needs a share for each, at the queue and the database as well as at the door.",
    statement: {
      source: "partner",
      prerequisites: "with a faulty or greedy client",
      action: "use up the capacity of {element}",
      impact: "slow or failing answers for all others",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Give each tenant a quota that is shown to it, enforced before work begins.",
        control: "quota",
      },
      {
        text: "Use usage plans of API Gateway, and shuffle sharding for what is shared.",
        control: "quota",
        aws: true,
      },
      { text: "Limit the rate of each caller.", control: "rate-limit" },
    ],
    sources: [
      apiTop10("0xa4-unrestricted-resource-consumption"),
      builders("fairness-in-multi-tenant-systems"),
    ],
  },
  {
    id: "deep-query",
    title: "One query makes {element} work for minutes",
    stride: "D",
    cwe: [770, 674],
    on: "element",
    when: {
      technology: ["graphql", "aws-appsync"],
      distance: { atMost: 1 },
      lacks: ["size-limit", "timeouts", "quota"],
    },
    note: "A limit on requests counts one, whatever the query asks: friends of friends of friends, or a thousand aliases of the sign-in in one body, which also gets past the limit on guesses.",
    statement: {
      source: "anybody who may send a query",
      prerequisites: "and has read the schema",
      action: "nest or repeat fields until {element} runs out of memory or time",
      impact: "an outage from one laptop",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Bound depth, aliases and a cost computed before execution, and take only stored queries from own clients.",
        control: "size-limit",
      },
      {
        text: "End execution after a time, in the resolvers' own calls as well.",
        control: "timeouts",
      },
    ],
    sources: [owasp("GraphQL"), cwe(770)],
  },
  {
    id: "upload-without-end",
    title: "Uploads fill {target}",
    stride: "D",
    cwe: [400],
    capec: [130],
    weight: 1,
    on: "flow",
    when: {
      ...uploads,
      data: { kinds: ["content"] },
      target: { notGroups: ["gateway", "model", ...edge], lacks: ["size-limit", "quota"] },
      lacks: ["size-limit", "quota"],
    },
    note: "The announced length is a promise; the limit has to count what arrives. Uploads that are begun and never ended, and ten thousand small files, cost as much as a large one.",
    statement: {
      source: "customer or stranger",
      prerequisites: "who may upload",
      action: "send large or endless files to {target}",
      impact: "full disks, blocked workers and a large bill",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Refuse by size at the edge and while reading, and end slow uploads.",
        control: "size-limit",
      },
      { text: "Count bytes and files for each customer.", control: "quota" },
      {
        text: "Set content-length-range in the POST policy, and expire unfinished multipart uploads.",
        control: "size-limit",
        aws: true,
      },
    ],
    sources: [owasp("File_Upload"), cwe(400)],
  },
  {
    id: "file-that-unfolds",
    title: "A small file unfolds in {element} until it falls over",
    stride: "D",
    cwe: [409],
    on: "element",
    when: {
      groups: ["media"],
      data: { kinds: ["content"] },
      lacks: ["size-limit", "timeouts"],
    },
    note: "A picture of a few kilobytes can claim a billion pixels, an archive can hold itself. The size of the upload says nothing; what counts is pixels, entries and depth, read from the header before anything is unpacked.",
    statement: {
      source: "customer or stranger",
      prerequisites: "who may upload",
      action: "send a file that grows a millionfold in {element}",
      impact: "workers that die and retry the same file for ever",
      goals: ["availability"],
    },
    mitigations: [
      { text: "Bound pixels, entries, depth and output while unpacking.", control: "size-limit" },
      {
        text: "End each file's work after a time, and set it aside after the second death.",
        control: "timeouts",
      },
    ],
    sources: [cwe(409), owasp("File_Upload")],
  },
  {
    id: "messages-at-our-cost",
    title: "Strangers make {source} send messages through {target} at our cost",
    stride: "D",
    cwe: [799],
    on: "flow",
    when: {
      source: {
        type: ["process"],
        distance: { atMost: 2 },
        lacks: ["rate-limit", "quota", "brute-force-protection"],
      },
      target: {
        technology: ["sms-service", "email-service", "aws-ses"],
        lacks: ["quota", "rate-limit"],
      },
      lacks: ["rate-limit", "quota"],
    },
    note: "Criminals share in the price of text messages to certain ranges, and request codes for thousands of numbers there. By mail the same form floods a victim's mailbox in our name, until the domain is blocked.",
    statement: {
      source: "criminal",
      prerequisites: "with a form that sends a code to any number",
      action: "have {source} send messages without end",
      impact: "a bill in the thousands by morning, and a blocked sender",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Bound messages for each number, range, network and day; show a challenge before the first.",
        control: "rate-limit",
      },
      {
        text: "Set a spending limit, allow only countries that are served, and alarm on codes never entered.",
        control: "quota",
      },
    ],
    sources: [cwe(799), apiTop10("0xa6-unrestricted-access-to-sensitive-business-flows")],
  },
]);
