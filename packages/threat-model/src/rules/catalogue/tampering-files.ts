import { defineRules } from "../rule.ts";
import { cwe, edge, entering, owasp, uploads } from "./parts.ts";

/** What strangers upload. */
export const rules = defineRules([
  {
    id: "upload-of-another-type",
    title: "Somebody uploads a program where {target} expects {data}",
    stride: "T",
    cwe: [434],
    capec: [17],
    on: "flow",
    when: {
      ...uploads,
      data: { kinds: ["content"] },
      source: { notGroups: ["iot-device"] },
      target: { notGroups: ["gateway", "model", ...edge], lacks: ["content-type-check"] },
      lacks: ["content-type-check"],
    },
    note: "Name and Content-Type are what the client says. The first bytes help, but a file can be a valid picture and a valid archive at once; what decides is that it is stored under a name of our own, never executed, and served with a type that we chose.",
    statement: {
      source: "customer or stranger",
      prerequisites: "who may upload",
      action: "send {target} a page, script or archive under a harmless name",
      impact: "code that runs on servers or in other customers' browsers",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Decide the type from the content against a short list, store under a random name, and serve with that type and nosniff.",
        control: "content-type-check",
      },
      {
        text: "Sign uploads to S3 with a POST policy that fixes key prefix, type and size.",
        aws: true,
      },
    ],
    sources: [owasp("File_Upload"), cwe(434)],
  },
  {
    id: "malware-passed-on",
    title: "{element} hands malware from one customer to the next",
    stride: "T",
    cwe: [434],
    on: "element",
    when: {
      groups: ["object-storage", "file-storage"],
      notGroups: ["client", "model"],
      holds: { kinds: ["content"] },
      lacks: ["malware-scan"],
      noIncoming: { source: { technology: ["malware-scanner"] } },
      noOutgoing: { target: { technology: ["malware-scanner"] } },
    },
    note: "A service that shares files is a free and trusted distributor. Scanning at upload catches what was known that day; files have to be scanned again later, and no path may lead from upload to download around the quarantine.",
    statement: {
      source: "criminal",
      prerequisites: "with an account",
      action: "upload an infected file to {element} and share it",
      impact: "infected customers, and a domain on block lists",
      goals: ["integrity", "availability"],
    },
    mitigations: [
      {
        text: "Keep uploads in quarantine until they are scanned, and release by moving them.",
        control: "malware-scan",
      },
      {
        text: "Turn on GuardDuty Malware Protection for S3, and allow reads only with its clean tag.",
        control: "malware-scan",
        aws: true,
      },
    ],
    sources: [
      owasp("File_Upload"),
      "https://docs.aws.amazon.com/guardduty/latest/ug/gdu-malware-protection-s3.html",
    ],
  },
  {
    id: "upload-runs-in-our-origin",
    title: "An uploaded page runs as part of {element}",
    stride: "T",
    cwe: [79, 434],
    capec: [63],
    on: "element",
    when: {
      groups: ["web-app"],
      data: { kinds: ["content"] },
      incoming: { ...entering, data: { kinds: ["content"] } },
      lacks: ["separate-origin"],
    },
    note: "HTML, SVG and PDF bring script along. Served from the application's own origin they read its pages and send its cookies; a download header helps until somebody adds a preview.",
    statement: {
      source: "customer",
      prerequisites: "who may upload",
      action: "share a file whose script runs in the origin of {element}",
      impact: "actions in the name of whoever opens it",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Serve uploads from a separate registrable domain without cookies, sandboxed by its content security policy.",
        control: "separate-origin",
      },
    ],
    sources: [owasp("File_Upload"), owasp("HTML5_Security")],
  },
]);
