import { defineRules } from "../rule.ts";
import { cwe, outside, owasp, rfc } from "./parts.ts";

/** Sign-in attempts in bulk, partners' calls, mail and messages: names that are borrowed. */
export const rules = defineRules([
  {
    id: "credential-stuffing",
    title: "Passwords leaked elsewhere are tried at {element} by the million",
    stride: "S",
    cwe: [307],
    capec: [600],
    on: "element",
    when: {
      groups: ["identity-provider"],
      incoming: { source: outside },
      lacks: ["brute-force-protection"],
    },
    unless: [{ technology: ["aws-iam", "aws-sts", "aws-identity-center"] }],
    note: "A few in a thousand leaked pairs of name and password fit, and each is tried once from another address, so limits per address or per account do not see it. Whether the answer tells a wrong password from an unknown name decides how well the list can be cleaned first.",
    statement: {
      source: "criminal with lists of leaked passwords",
      prerequisites: "and thousands of rented addresses",
      action: "sign in to {element} as customers who reused a password",
      impact: "taken-over accounts, sold on or emptied",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Score each attempt (device, network, pace), ask for a second factor when it looks foreign, and refuse passwords known from leaks.",
        control: "brute-force-protection",
      },
      {
        text: "Turn on threat protection of Cognito, or account takeover prevention of AWS WAF.",
        control: "brute-force-protection",
        aws: true,
      },
      { text: "Offer passkeys, which cannot be reused or phished." },
    ],
    sources: [owasp("Credential_Stuffing_Prevention"), cwe(307)],
  },
  {
    id: "password-guessed",
    title: "Passwords of {source} are guessed at {target}",
    stride: "S",
    cwe: [307],
    capec: [49],
    on: "flow",
    when: {
      rise: { atLeast: 10 },
      authentication: ["password"],
      target: {
        type: ["process"],
        notGroups: ["identity-provider", "admin"],
        lacks: ["brute-force-protection"],
      },
      lacks: ["brute-force-protection"],
    },
    note: "Basic authentication and home-made forms bring no memory of failed attempts. The count has to be kept for account and network together and shared by all servers, and every way in has to use it: the mobile route and the old API as well.",
    statement: {
      source: "external attacker",
      prerequisites: "with a list of names and common passwords",
      action: "try them at {target} until some fit",
      impact: "access in the name of those users",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Slow down after failures for each account and network, and add a second factor.",
        control: "brute-force-protection",
      },
      { text: "Hand sign-in to an identity provider, and take no passwords here." },
    ],
    sources: [owasp("Authentication"), cwe(307)],
  },
  {
    id: "event-forged",
    title: "A stranger sends {target} what {source} would send",
    stride: "S",
    cwe: [345],
    capec: [151],
    on: "flow",
    when: {
      rise: { atLeast: 10 },
      source: { groups: ["third-party"] },
      target: { type: ["process"], notGroups: ["client"] },
      authentication: ["none", "unknown"],
      lacks: ["message-signature"],
    },
    note: "The address of a webhook is no secret: it stands in dashboards and logs. A forged “payment succeeded” costs money the same day, so the event has to prove its sender before anything believes it.",
    statement: {
      source: "external attacker",
      prerequisites: "who knows the address that takes events of {source}",
      action: "send {target} an event that never happened",
      impact: "goods, credit or access that nobody paid for",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Verify the sender's signature over the raw body before parsing it, with a constant-time comparison.",
        control: "message-signature",
      },
      {
        text: "Treat the event as a hint only, and fetch the truth from the sender with own credentials.",
      },
    ],
    sources: [owasp("REST_Security"), rfc(9421)],
  },
  {
    id: "event-replayed",
    title: "A genuine event of {source} is sent to {target} again",
    stride: "S",
    cwe: [294],
    on: "flow",
    when: {
      rise: { atLeast: 10 },
      source: { groups: ["third-party"] },
      target: { type: ["process"], lacks: ["replay-protection", "idempotency"] },
      authentication: ["signature", "shared-secret", "api-key"],
      lacks: ["replay-protection", "idempotency"],
    },
    note: "A signature stays valid for ever unless it covers a time and an id that are checked. Senders also repeat events on their own when an answer is late, so the second arrival is not even an attack most of the time.",
    statement: {
      source: "attacker",
      prerequisites: "who recorded one event of {source}",
      action: "send it to {target} once more",
      impact: "an effect that happens twice, such as a refund",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Have the signature cover a timestamp, and refuse what is older than five minutes.",
        control: "replay-protection",
      },
      {
        text: "Remember the ids of handled events, and answer the second without effect.",
        control: "idempotency",
      },
    ],
    sources: [cwe(294), rfc(9421)],
  },
  {
    id: "partner-secret-for-ever",
    title: "A secret of {source} that leaked years ago still opens {target}",
    stride: "S",
    cwe: [324],
    weight: 1,
    on: "flow",
    when: {
      crosses: true,
      authentication: ["api-key", "shared-secret"],
      source: {
        notGroups: ["client", "human"],
        lacks: ["credential-rotation", "short-lived-credentials"],
      },
      target: { notGroups: ["aws"], lacks: ["credential-rotation"] },
      lacks: ["credential-rotation", "short-lived-credentials"],
    },
    unless: [{ protocol: ["aws-api"] }],
    note: "Secrets between companies live in tickets, mails and the notebooks of people who left. What cannot be changed without an outage is never changed, so two have to be valid at a time.",
    statement: {
      source: "former employee of {source}",
      prerequisites: "who kept the secret",
      action: "call {target} from outside",
      impact: "access that ends only when somebody notices",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Rotate on a schedule, with two secrets valid during the change, and alarm on use of the old one.",
        control: "credential-rotation",
      },
      {
        text: "Replace it by short-lived tokens (client credentials with a private key) or mutual TLS.",
        control: "short-lived-credentials",
      },
    ],
    sources: [owasp("Secrets_Management"), cwe(324)],
  },
  {
    id: "mail-in-our-name",
    title: "Criminals write to {target} in the name of {source}",
    stride: "S",
    cwe: [290],
    capec: [98],
    weight: 1,
    on: "flow",
    when: {
      source: { technology: ["email-service", "aws-ses"], lacks: ["mail-authentication"] },
      target: { groups: ["human"] },
      lacks: ["mail-authentication"],
    },
    note: "Anybody may write any sender into a mail. SPF and DKIM alone change nothing for the reader; only a DMARC policy that rejects ties the visible sender to them, and forgotten sub-domains need it too.",
    statement: {
      source: "criminal",
      prerequisites: "who imitates the mails of {source}",
      action: "lead {target} to a false sign-in page",
      impact: "stolen accounts, and lost trust in real mails",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Publish SPF and DKIM, and DMARC with p=reject for the domain and its sub-domains.",
        control: "mail-authentication",
      },
      {
        text: "Use Easy DKIM and a custom MAIL FROM domain in SES, so that both align.",
        control: "mail-authentication",
        aws: true,
      },
    ],
    sources: [
      rfc(7489),
      "https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dmarc.html",
    ],
  },
  {
    id: "code-by-text-message",
    title: "The code for {target} arrives at the attacker's SIM",
    stride: "S",
    cwe: [308],
    on: "flow",
    when: {
      source: { technology: ["sms-service"] },
      target: { groups: ["human", "client"] },
      data: { kinds: ["credentials"] },
    },
    note: "A shop assistant of the operator decides who gets a phone number, and malware reads messages. NIST allows the telephone network as a restricted authenticator: the risk has to be weighed and an alternative offered.",
    statement: {
      source: "criminal",
      prerequisites: "who talks the operator into a new SIM for the number of {target}",
      action: "receive the code and sign in",
      impact: "taken-over accounts of people chosen for their money",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Offer passkeys or an authenticator app first, and keep text messages for the rest.",
      },
      {
        text: "Ask the operator for a recent change of SIM before a code is trusted for something large.",
      },
    ],
    sources: [
      "https://pages.nist.gov/800-63-3/sp800-63b.html",
      owasp("Multifactor_Authentication"),
    ],
  },
  {
    id: "recovery-link-kept",
    title: "A recovery message from {source} opens the account of {target} later",
    stride: "S",
    cwe: [640],
    capec: [50],
    on: "flow",
    when: {
      source: { technology: ["email-service", "aws-ses"] },
      target: { groups: ["human", "client"] },
      data: { kinds: ["credentials"] },
      lacks: ["short-lived-credentials"],
    },
    note: "Recovery is the weakest way into an account, since it replaces all others. The link is a password that lies in a mailbox: once used it must be worthless, and it must never undo the second factor alone.",
    statement: {
      source: "reader of the mailbox of {target}",
      prerequisites: "now or years later",
      action: "open an old recovery link",
      impact: "loss of the account in spite of its second factor",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Make the link single-use, valid for minutes, random, stored as a hash, and end all sessions after it.",
        control: "short-lived-credentials",
      },
      { text: "Keep asking for the second factor during recovery." },
    ],
    sources: [owasp("Forgot_Password"), cwe(640)],
  },
]);
