import { defineRules } from "../rule.ts";
import { edge, fromCustomers, owasp } from "./parts.ts";

/** What two parties may come to disagree on: orders, messages, books, consent. */
export const rules = defineRules([
  {
    id: "order-denied",
    title: "A customer denies having agreed to a payment at {target}",
    stride: "R",
    cwe: [],
    on: "flow",
    when: {
      ...fromCustomers,
      data: { kinds: ["payment"] },
      target: {
        type: ["process"],
        notGroups: ["identity-provider", "gateway", ...edge],
        lacks: ["signed-receipt", "step-up-authentication"],
      },
      lacks: ["signed-receipt", "step-up-authentication"],
    },
    note: "A record of the shop proves little against the customer, since the shop wrote it. What counts is something that only the customer could do, tied to the amount and the payee; in Europe strong authentication with dynamic linking moves the liability as well.",
    statement: {
      source: "customer",
      prerequisites: "or somebody in the family",
      action: "order or pay at {target} and dispute it later",
      impact: "chargebacks that are lost for want of proof",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Confirm at once by mail with amount, payee and time, and keep that receipt signed.",
        control: "signed-receipt",
      },
      {
        text: "Have the payment confirmed by a second factor that shows the amount and the payee.",
        control: "step-up-authentication",
      },
    ],
    sources: [
      "https://eur-lex.europa.eu/eli/reg_del/2018/389/oj",
      owasp("Transaction_Authorization"),
    ],
  },
  {
    id: "partner-denies",
    title: "{source} denies having sent what {target} acted on",
    stride: "R",
    cwe: [],
    on: "flow",
    when: {
      source: { groups: ["third-party"] },
      target: { type: ["process"], notGroups: ["client"] },
      data: { atLeast: "confidential" },
      authentication: ["api-key", "shared-secret", "password", "token", "session"],
      lacks: ["message-signature", "signed-receipt"],
    },
    note: "A shared secret proves the message to the two who hold it and to nobody else: each of them could have made it. Between companies only a signature with the sender's own key settles who said what.",
    statement: {
      source: "partner",
      prerequisites: "after an order or report that turned out costly",
      action: "deny having sent it to {target}",
      impact: "a loss that stays with whoever cannot prove",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Have the sender sign each message with its own private key, and keep message and signature together.",
        control: "message-signature",
      },
      { text: "Answer with a signed receipt of what was understood.", control: "signed-receipt" },
    ],
    sources: [
      "https://www.rfc-editor.org/rfc/rfc9421.html",
      "https://csrc.nist.gov/pubs/fips/186-5/final",
    ],
  },
  {
    id: "handover-unproven",
    title: "{target} says that {data} never arrived, or arrived otherwise",
    stride: "R",
    cwe: [],
    weight: 1,
    on: "flow",
    when: {
      source: { type: ["process"] },
      target: { technology: ["partner", "bank"] },
      data: { atLeast: "confidential" },
      lacks: ["message-signature", "signed-receipt"],
    },
    note: "TLS ends at the other side's edge and leaves no proof. Without a receipt an export that was lost behind it is the sender's fault, and so is a file that somebody changed there.",
    statement: {
      source: "partner",
      prerequisites: "who lost or altered what it was given",
      action: "claim that {source} never sent it",
      impact: "disputes over deliveries and deadlines",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Ask for a receipt that names the hash of what was taken, and keep it.",
        control: "signed-receipt",
      },
      { text: "Sign what is sent, so that a changed copy shows.", control: "message-signature" },
    ],
    sources: ["https://www.rfc-editor.org/rfc/rfc4130.html"],
  },
  {
    id: "consent-unprovable",
    title: "Nobody can show that people agreed to {data} in {element}",
    stride: "R",
    cwe: [],
    weight: 1,
    on: "element",
    when: {
      type: ["store"],
      holds: { atLeast: "confidential", kinds: ["health", "biometric", "location"] },
      notGroups: ["log", "backup"],
      lacks: ["consent"],
    },
    note: "Under the GDPR it is the controller who has to show consent, for each purpose, with the words that were shown. A flag says that; a record with version, time and way of withdrawal proves it.",
    statement: {
      source: "customer or a supervisory authority",
      prerequisites: "who asks for the proof",
      action: "dispute that anybody agreed to the use of {data}",
      impact: "an order to stop and delete, and a fine",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Keep purpose, text version, time and withdrawal of each consent, and ask that record before use.",
        control: "consent",
      },
    ],
    sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  },
  {
    id: "books-disagree",
    title: "{source} and {target} disagree on what was paid, and nobody notices",
    stride: "R",
    cwe: [],
    weight: 1,
    on: "flow",
    when: {
      source: { type: ["process"], notGroups: ["client"], lacks: ["reconciliation"] },
      target: { groups: ["payment"] },
      lacks: ["reconciliation"],
    },
    note: "Two systems keep the same books, and lost answers, chargebacks and manual refunds pull them apart. Without a daily comparison each says that the other is wrong, and fraud hides in the difference.",
    statement: {
      source: "fraudster",
      prerequisites: "who makes use of a lost answer",
      action: "leave a payment that only one side knows of",
      impact: "losses found by the auditor a year later",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Compare both books each day, entry by entry, by a job that neither side's operators can alter.",
        control: "reconciliation",
      },
    ],
    sources: [owasp("Third_Party_Payment_Gateway_Integration")],
  },
]);
