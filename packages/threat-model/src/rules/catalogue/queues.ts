import { defineRules } from "../rule.ts";

/** What every queue, topic and stream has in common. */
export const rules = defineRules([
  {
    id: "poison-message",
    title: "One message that cannot be read stops the work behind {element}",
    stride: "D",
    cwe: [755, 835],
    on: "element",
    when: {
      groups: ["queue", "stream"],
      incoming: { source: { type: ["process", "actor", "store"] } },
      lacks: ["dead-letter-queue"],
    },
    note: "A consumer that fails gives the message back, and meets it again: on an ordered stream or group everything behind it waits, elsewhere it burns retries and money until it expires. Attackers need one odd byte. A dead-letter queue that nobody watches turns the standstill into a quiet loss.",
    statement: {
      source: "customer or partner",
      prerequisites: "whose input ends in {element}",
      action: "send one message that makes its consumer fail each time",
      impact: "a standstill for everybody who waits behind it",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Set a maxReceiveCount with a dead-letter queue; on Kinesis and DynamoDB streams bisect batches and set an on-failure destination.",
        control: "dead-letter-queue",
        aws: true,
      },
      {
        text: "Tell apart what may be tried again from what never will succeed; alarm on the age of the oldest message.",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    ],
  },
  {
    id: "message-acted-on-twice",
    title: "A message of {element} moves {data} twice",
    stride: "T",
    cwe: [837, 294],
    on: "element",
    when: {
      groups: ["queue", "topic", "stream"],
      data: { kinds: ["payment", "financial"] },
      lacks: ["idempotency", "replay-protection"],
    },
    unless: [
      { outgoing: { target: { controls: ["idempotency", "replay-protection"] } } },
      { incoming: { source: { controls: ["idempotency", "replay-protection"] } } },
    ],
    note: "Delivery is at least once almost everywhere, so a duplicate is no attack but a Tuesday. FIFO queues drop duplicates for five minutes only; a redrive from the dead-letter queue after that is a replay made by operations. The memory of what was done belongs into the same transaction as the deed.",
    statement: {
      source: "insider or network fault",
      prerequisites: "that can have a message delivered again",
      action: "repeat a captured or redriven message in {element}",
      impact: "a second payment, refund or credit",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Keep the business key of each message in the table that it changes, with a conditional write.",
        control: "idempotency",
      },
      {
        text: "Use the idempotency utility of Powertools with DynamoDB, with a lifetime longer than retention and redrive.",
        control: "idempotency",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html",
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues-at-least-once-delivery.html",
    ],
  },
  {
    id: "revocation-overtaken",
    title: "An older grant overtakes a revocation in {element}",
    stride: "E",
    cwe: [696, 841],
    on: "element",
    when: {
      groups: ["queue", "topic"],
      incoming: { source: { groups: ["identity-provider", "authorization", "admin"] } },
      lacks: ["ordered-processing"],
    },
    note: "Standard queues and topics keep order most of the time, and retries break it for exactly the messages that had trouble. “Granted” that is tried again after “revoked” gives the right back, and nothing fails. A version in the message makes arrival irrelevant.",
    statement: {
      source: "former employee or blocked customer",
      prerequisites: "whose grant was delayed in {element}",
      action: "keep rights after the revocation was announced",
      impact: "access that every log says was removed",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Put a version of the subject into each message and let consumers refuse older ones.",
        control: "ordered-processing",
      },
      {
        text: "Use a FIFO queue or topic with the subject as message group.",
        control: "ordered-processing",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html",
    ],
  },
  {
    id: "any-producer-speaks-for-all",
    title: "A producer writes to {target} in the name of another",
    stride: "S",
    cwe: [345, 290],
    on: "flow",
    when: {
      crosses: true,
      rise: { atLeast: 1 },
      source: { type: ["process", "actor"] },
      target: {
        groups: ["queue", "topic", "stream"],
        notGroups: ["aws"],
        lacks: ["message-signature", "resource-policy"],
      },
      lacks: ["message-signature"],
    },
    note: "The broker knows who connected, the consumer reads who the payload claims to be, and nothing ties the two. TLS to the broker ends at the broker: behind it every producer with write access to the topic looks the same.",
    statement: {
      source: "hijacked producer",
      prerequisites: "with write access to {target}",
      action: "publish messages that claim to come from another service",
      impact: "decisions of consumers on forged events",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Sign the payload with the producer's key and verify it in the consumer.",
        control: "message-signature",
      },
      {
        text: "One topic for each producer with access control lists, so that the topic's name is the proof.",
        control: "resource-policy",
      },
    ],
    sources: [
      "https://kafka.apache.org/documentation/#security_authz",
      "https://csrc.nist.gov/pubs/sp/800/204/final",
    ],
  },
  {
    id: "message-points-elsewhere",
    title: "A message makes {element} fetch an object of somebody else",
    stride: "I",
    cwe: [610, 441],
    on: "element",
    when: {
      groups: ["worker", "function", "container", "media"],
      outgoing: { target: { groups: ["object-storage"] } },
      incoming: { source: { groups: ["queue", "topic", "stream"] } },
      lacks: ["input-validation", "object-authorization"],
    },
    note: "Large payloads travel as a reference: bucket and key, or a URL. The consumer fetches them with its own rights, so whoever writes the reference reads with the rights of the consumer, and gets the answer as a thumbnail or report. The check at the front door looked at another key.",
    statement: {
      source: "signed-in customer",
      prerequisites: "who can influence the reference in a message",
      action: "name another customer's object and receive what {element} makes of it",
      impact: "disclosure of {data} of other customers",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Send an id instead of a location; let the consumer look up the owner and compare it with the message's tenant.",
        control: "object-authorization",
      },
      {
        text: "Read through a session policy limited to the tenant's prefix.",
        control: "object-authorization",
        aws: true,
      },
    ],
    sources: [
      "https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    ],
  },
  {
    id: "backlog-of-one-starves-all",
    title: "One tenant's backlog in {element} holds up all others",
    stride: "D",
    cwe: [770, 410],
    weight: 1,
    on: "element",
    when: {
      groups: ["queue", "stream"],
      distance: { atMost: 2 },
      incoming: { crosses: true, rise: { atLeast: 20 } },
      lacks: ["quota", "rate-limit", "load-shedding"],
    },
    unless: [{ incoming: { source: { controls: ["quota", "rate-limit"] } } }],
    note: "A queue turns an overload into a delay, so nothing alarms: requests are accepted in milliseconds and done in hours. More consumers move the flood to the database. What a partner sends after an outage of its own is the common form of this attack.",
    statement: {
      source: "customer or partner",
      prerequisites: "who may put work into {element} without a quota",
      action: "send more than the consumers can do",
      impact: "hours of delay for all other tenants",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Set a MessageGroupId for each tenant: SQS fair queues then keep one tenant's backlog from delaying the rest.",
        control: "load-shedding",
        aws: true,
      },
      { text: "Refuse work over a quota at the front, with a clear answer.", control: "quota" },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html",
      "https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/",
    ],
  },
  {
    id: "dead-letters-read",
    title: "{data} lies in the dead letters of {element} for all to read",
    stride: "I",
    cwe: [212, 538],
    weight: 1,
    on: "element",
    when: {
      groups: ["queue", "topic", "stream"],
      controls: ["dead-letter-queue"],
      data: { atLeast: "restricted" },
      lacks: ["envelope-encryption", "tokenisation", "retention-limit"],
    },
    note: "Dead letters are what failed, in full, kept as long as the queue allows (14 days on SQS) and opened by everybody on call. Copies go to tickets from there. Rights on the main queue are narrow and those on its dead-letter queue were made on the day of an incident.",
    statement: {
      source: "employee on call",
      prerequisites: "with access to the dead-letter queue of {element}",
      action: "read and copy whole messages of customers",
      impact: "disclosure of {data} inside the company",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Encrypt sensitive fields before they are queued; what fails is then as safe as what works.",
        control: "envelope-encryption",
      },
      {
        text: "Use the same key and policy for both queues, and delete dead letters within days.",
        control: "retention-limit",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    ],
  },
]);
