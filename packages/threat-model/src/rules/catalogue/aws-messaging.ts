import { defineRules } from "../rule.ts";

/** Queues, topics, buses, streams and mail on AWS; what all queues share is in queues.ts. */
export const rules = defineRules([
  {
    id: "event-from-foreign-source",
    title: "{target} takes an event of somebody else's resource for one of {source}",
    stride: "S",
    cwe: [441, 345],
    on: "flow",
    when: {
      source: {
        technology: [
          "aws-s3",
          "aws-sns",
          "aws-eventbridge",
          "aws-cloudtrail",
          "aws-ses",
          "aws-config",
          "aws-iot-core",
          "aws-cloudwatch-logs",
        ],
      },
      target: {
        technology: ["aws-lambda", "aws-sqs", "aws-sns", "aws-s3", "aws-kinesis"],
        lacks: ["source-condition", "org-condition"],
      },
      lacks: ["source-condition", "org-condition"],
    },
    note: "The policy lets a service principal in, s3.amazonaws.com say, and every AWS customer has that service: a stranger points another bucket at this queue or function. Bucket ARNs name no account, so after a bucket was deleted aws:SourceArn alone fits whoever takes its name; add aws:SourceAccount.",
    statement: {
      source: "other AWS customer",
      prerequisites: "who knows the ARN of {target}",
      action: "have another resource deliver events to {target}",
      impact: "forged events that pass for those of {source}",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Put aws:SourceAccount and aws:SourceArn into every statement that names a service principal.",
        control: "source-condition",
        aws: true,
      },
      {
        text: "Deny service principals from outside with aws:SourceOrgID in a resource control policy.",
        control: "org-condition",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  },
  {
    id: "queue-takes-from-other-accounts",
    title: "Another account puts messages into {target}",
    stride: "T",
    cwe: [732, 284],
    on: "flow",
    when: {
      crosses: true,
      rise: { atLeast: 0 },
      source: { notGroups: ["human", "client"] },
      target: {
        technology: ["aws-sqs", "aws-sns", "aws-kinesis", "aws-msk"],
        lacks: ["resource-policy", "org-condition", "source-condition"],
      },
      lacks: ["resource-policy", "org-condition", "source-condition", "message-signature"],
    },
    note: "A policy with Principal * and a condition looks guarded, until the condition turns out to be one that callers fill in themselves, or one that is absent for their kind of request. Granting sqs:* for sending grants purging and reading as well.",
    statement: {
      source: "role of another account",
      prerequisites: "that the policy of {target} lets in by wildcard",
      action: "send messages that {source} never sent, or purge those that wait",
      impact: "wrong orders carried out by everything that reads {target}",
      goals: ["integrity", "availability"],
    },
    mitigations: [
      {
        text: "Name sending roles and sqs:SendMessage alone in the policy; deny the rest by aws:PrincipalOrgID.",
        control: "resource-policy",
        aws: true,
      },
      {
        text: "Sign payloads that start something expensive, and verify them in the consumer.",
        control: "message-signature",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
    ],
  },
  {
    id: "topic-subscribed-by-stranger",
    title: "A stranger's endpoint subscribes to {element}",
    stride: "I",
    cwe: [732, 668],
    on: "element",
    when: {
      technology: ["aws-sns"],
      data: { atLeast: "confidential" },
      lacks: ["resource-policy", "org-condition"],
    },
    note: "Publishing and subscribing are rights of the same policy. With sns:Subscribe open, the subscriber confirms the subscription alone, all later messages are copied there, and the publisher notices nothing: deliveries to others look no different. Topic encryption does not help, SNS decrypts for each delivery.",
    statement: {
      source: "role with sns:Subscribe on {element}",
      prerequisites: "from an account that the policy lets in",
      action: "subscribe an HTTPS or mail endpoint of its own",
      impact: "a live copy of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Allow sns:Subscribe only to named roles, with sns:Protocol and sns:Endpoint conditions.",
        control: "resource-policy",
        aws: true,
      },
      { text: "Send a reference, and let readers fetch the content with rights of their own." },
    ],
    sources: [
      "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html",
    ],
  },
  {
    id: "notification-not-verified",
    title: "{target} believes a notification that {source} never sent",
    stride: "S",
    cwe: [347, 345],
    on: "flow",
    when: {
      source: { technology: ["aws-sns"] },
      target: { groups: ["api", "web-app", "third-party"], lacks: ["message-signature"] },
      lacks: ["message-signature"],
    },
    note: "The endpoint must be public for SNS, so anyone can post to it. A valid signature is not enough: SNS signs for all customers with the same keys, so TopicArn must be compared too. Fetching SigningCertURL or SubscribeURL without checking the host turns the endpoint into a request forger.",
    statement: {
      source: "outsider",
      prerequisites: "who knows the endpoint of {target}",
      action: "post a made-up notification, or a genuine one of an own topic",
      impact: "actions of {target} on invented events",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Verify signature, certificate host (sns.<region>.amazonaws.com), TopicArn and Timestamp with the SDK's validator.",
        control: "message-signature",
        aws: true,
      },
      { text: "Take messages through SQS instead: then there is no public endpoint.", aws: true },
    ],
    sources: ["https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html"],
  },
  {
    id: "event-bus-claims-source",
    title: "{source} puts an event on {target} that claims to come from another service",
    stride: "S",
    cwe: [290, 346],
    on: "flow",
    when: {
      crosses: true,
      rise: { atLeast: 0 },
      source: { type: ["process", "actor"] },
      target: {
        technology: ["aws-eventbridge"],
        lacks: ["resource-policy", "message-signature"],
      },
      lacks: ["resource-policy", "message-signature", "least-privilege"],
    },
    note: "The fields source and detail-type are text that the sender writes; only names that begin with aws. are reserved. Rules route by them, so whoever may PutEvents on a shared bus speaks for every service on it. The account field is set by EventBridge and cannot be forged.",
    statement: {
      source: "service or partner",
      prerequisites: "who may put any event on {target}",
      action: "send payment.confirmed in the name of the payment service",
      impact: "work that was never ordered, such as goods shipped without payment",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Condition events:PutEvents on events:source and events:detail-type for each sender.",
        control: "resource-policy",
        aws: true,
      },
      {
        text: "Match account in the rule's pattern as well, and give partners a bus of their own.",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html"],
  },
  {
    id: "mail-sender-believed",
    title: "A mail with a forged sender sets off work in {target}",
    stride: "S",
    cwe: [290],
    on: "flow",
    when: {
      source: { technology: ["aws-ses", "email-service"] },
      target: {
        groups: ["function", "worker", "api", "object-storage", "agent", "queue"],
        lacks: ["sender-authentication"],
      },
      lacks: ["sender-authentication"],
    },
    note: "SES hands received mail over with verdicts for SPF, DKIM, DMARC, spam and virus beside it; unless a receipt rule or the code looks at them, failed mail is processed like any other. A mail that passes proves the domain, not the person, and From is what the tickets show.",
    statement: {
      source: "outsider",
      prerequisites: "who can write mail",
      action: "send a mail in a customer's name that {target} acts on",
      impact: "changes to a customer's account by a stranger",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Stop the rule set for mail whose dmarcVerdict, spamVerdict or virusVerdict is not PASS, in a Lambda action before all others.",
        control: "sender-authentication",
        aws: true,
      },
      { text: "Give each conversation an unguessable reply address instead of trusting From." },
    ],
    sources: [
      "https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html",
    ],
  },
  {
    id: "stream-read-whole",
    title: "{source} reads all of {target}, not the part that it needs",
    stride: "I",
    cwe: [1220, 201],
    weight: 1,
    on: "flow",
    when: {
      crosses: true,
      source: { groups: ["worker", "function", "third-party", "warehouse", "container", "api"] },
      target: {
        groups: ["stream"],
        lacks: ["envelope-encryption", "tokenisation", "data-minimisation"],
      },
      rise: { atLeast: 0 },
      data: { atLeast: "confidential", kinds: ["personal", "payment", "health", "location"] },
      lacks: ["data-minimisation"],
    },
    note: "Rights on a stream end at the stream or topic: no policy filters records or fields. A consumer that needs the city gets the address, for the whole retention time and backwards. Deleting a customer's record from a log that is append-only is a second problem of the same copy.",
    statement: {
      source: "operator or intruder of a consumer",
      prerequisites: "that needs a few fields of {target}",
      action: "read every record back to the start of retention",
      impact: "disclosure of {data} to those who never needed it",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Project a stream for each consumer (EventBridge Pipes, Firehose with a transform) that holds its fields alone.",
        control: "data-minimisation",
        aws: true,
      },
      {
        text: "Encrypt personal fields with a key for each customer: forgetting the key deletes the history.",
        control: "envelope-encryption",
      },
    ],
    sources: ["https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html"],
  },
]);
