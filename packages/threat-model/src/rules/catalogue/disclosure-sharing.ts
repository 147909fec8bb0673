import { defineRules } from "../rule.ts";
import { cwe, outside, owasp } from "./parts.ts";

/** Messages, links, files and secrets that lie about; staff who see everything. */
export const rules = defineRules([
  {
    id: "message-read-by-carriers",
    title: "Every carrier between {source} and {target} can read {data}",
    stride: "I",
    cwe: [319],
    weight: 1,
    on: "flow",
    when: {
      source: { groups: ["messaging"] },
      target: { groups: ["human", "client"] },
      data: {
        atLeast: "confidential",
        kinds: ["personal", "health", "financial", "payment", "location"],
      },
      encryption: ["none", "unknown", "tls"],
      lacks: ["data-minimisation"],
    },
    note: "TLS between mail servers is optional and ends at each of them; then the message stays in a mailbox for years. Push services show it on locked screens.",
    statement: {
      source: "reader of a mailbox or a locked screen",
      prerequisites: "that belongs to somebody else",
      action: "read {data} in a message",
      impact: "disclosure outside of any control",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Send a hint and a link to the signed-in page, never the content.",
        control: "data-minimisation",
      },
    ],
    sources: [owasp("User_Privacy_Protection"), cwe(319)],
  },
  {
    id: "link-passed-on",
    title: "A link to {target} opens {data} for whoever finds it",
    stride: "I",
    cwe: [598],
    on: "flow",
    when: {
      authentication: ["signed-url"],
      data: { atLeast: "confidential" },
      lacks: ["short-lived-credentials"],
    },
    unless: [{ target: { controls: ["short-lived-credentials"] } }],
    note: "A signed address is a password that looks like a link: it is shared in chats, kept in histories and sent to other sites as the referrer. It carries the rights of its signer, and cannot be called back one by one.",
    statement: {
      source: "finder of a link",
      prerequisites: "in a chat, a log or a history",
      action: "open it and read {data}",
      impact: "disclosure without sign-in",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Sign for minutes, one object and one verb, at the moment of use and for a session that was checked.",
        control: "short-lived-credentials",
      },
      {
        text: "Sign with a role of its own, and bound the age by s3:signatureAge in the bucket's policy.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
      cwe(598),
    ],
  },
  {
    id: "secret-lies-about",
    title: "The secrets of {element} are found in code, an image or a log",
    stride: "I",
    cwe: [522],
    capec: [37],
    weight: 1,
    on: "element",
    when: {
      type: ["process"],
      notGroups: ["client"],
      outgoing: {
        authentication: ["password", "api-key", "shared-secret"],
        lacks: ["secret-store", "short-lived-credentials"],
      },
      lacks: ["secret-store", "workload-identity", "short-lived-credentials"],
    },
    unless: [{ technology: ["aws-lambda", "aws-ecs", "aws-ec2", "aws-batch"] }],
    note: "Secrets leak from where nobody looks: the history of the repository, layers of images, variables in crash reports, a colleague's notes. A secret that is fetched at start and lives for an hour leaks little.",
    statement: {
      source: "reader of the repository or the build",
      prerequisites: "who finds where it was left",
      action: "take a secret of {element} and enter what it opens",
      impact: "access from anywhere, in the name of {element}",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Fetch it from a secret store by the workload's own identity, and scan repository and images for what looks like one.",
        control: "secret-store",
      },
      {
        text: "Use Secrets Manager with rotation, or IAM authentication and no password at all.",
        control: "secret-store",
        aws: true,
      },
      { text: "Take credentials that end within the hour.", control: "short-lived-credentials" },
    ],
    sources: [owasp("Secrets_Management"), cwe(522)],
  },
  {
    id: "places-in-pictures",
    title: "Pictures from {element} tell where people live",
    stride: "I",
    cwe: [1230],
    weight: 1,
    on: "element",
    when: {
      groups: ["object-storage", "file-storage"],
      notGroups: ["client", "model"],
      holds: { kinds: ["content"], atLeast: "confidential" },
      lacks: ["re-encoding"],
    },
    unless: [{ incoming: { source: { controls: ["re-encoding"] } } }],
    note: "A photo carries place, time and the number of the camera; a document carries its author and what was deleted. Owners do not know that they share it. Writing the picture anew also breaks many files that were made to attack a viewer.",
    statement: {
      source: "anybody with whom a file is shared",
      prerequisites: "who looks at its properties",
      action: "read place and time from the file",
      impact: "stalking and burglary",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Write each picture anew without metadata before others can fetch it, and keep the original for its owner.",
        control: "re-encoding",
      },
    ],
    sources: [cwe(1230), owasp("File_Upload")],
  },
  {
    id: "staff-see-everybody",
    title: "Any member of staff looks up any customer in {element}",
    stride: "I",
    cwe: [1220],
    capec: [122],
    on: "element",
    when: {
      groups: ["admin"],
      type: ["process"],
      notGroups: ["aws", "vm"],
      data: { atLeast: "confidential" },
      lacks: ["least-privilege", "just-in-time-access", "data-minimisation"],
    },
    note: "The tool is built for the hardest case and then used for all. Most calls need an order number and a state; a full view can be opened for the case at hand, and ends with it.",
    statement: {
      source: "curious, bribed or phished member of staff",
      prerequisites: "without a case to work on",
      action: "look up any customer in {element}",
      impact: "stalking, and sale of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Open a customer only for a case that is assigned, for as long as it is.",
        control: "just-in-time-access",
      },
      {
        text: "Mask by default, and show single fields on request with a record.",
        control: "data-minimisation",
      },
      { text: "Split roles by task, and let few export.", control: "least-privilege" },
    ],
    sources: [owasp("Authorization"), cwe(1220)],
  },
  {
    id: "names-can-be-asked",
    title: "{element} tells strangers who is a customer",
    stride: "I",
    cwe: [204],
    capec: [],
    weight: 1,
    on: "element",
    when: {
      groups: ["identity-provider"],
      notGroups: ["aws"],
      data: { atLeast: "restricted" },
      incoming: { source: outside },
      lacks: ["brute-force-protection", "rate-limit"],
    },
    note: "Sign-in, registration, recovery and the time that each takes all answer whether an address is known. For a shop that feeds phishing; for a clinic it is the secret itself.",
    statement: {
      source: "external attacker",
      prerequisites: "with a list of addresses",
      action: "ask {element} which of them have an account",
      impact: "disclosure of a relation that is private, and better phishing",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Answer alike in words and time, say the rest by mail, and bound the number of names asked from one place.",
        control: "rate-limit",
      },
    ],
    sources: [owasp("Authentication"), cwe(204)],
  },
]);
