import { defineRules } from "../rule.ts";
import { cwe, edge, outside, owasp } from "./parts.ts";

/** From a foothold to the rest: requests forged by servers, parsers, flat networks, open consoles. */
export const rules = defineRules([
  {
    id: "request-forged-by-server",
    title: "{element} fetches internal addresses on behalf of strangers",
    stride: "E",
    cwe: [918],
    capec: [664],
    on: "element",
    when: {
      groups: ["web-app", "api", "worker", "function", "media", "container", "vm"],
      notGroups: ["iot-device", "tool"],
      distance: { atMost: 2 },
      outgoing: {
        // Addresses that a customer or a partner may have chosen, not the one of a fixed supplier.
        target: { trust: { atMost: 20 }, technology: ["generic", "partner", "web-app", "api"] },
      },
      lacks: ["egress-filter"],
    },
    note: "An address list at the front is passed by redirects, by names that resolve anew, by IPv6 and odd notations. The check has to hold where the connection is opened, and the host must not reach what it never needs, the metadata service first.",
    statement: {
      source: "external attacker",
      prerequisites: "who has {element} fetch an address of their choice",
      action: "reach internal services and credentials from its place",
      impact: "the rights of {element}, and a view of the network behind it",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Fetch through a proxy that resolves once and connects to public addresses on a list only.",
        control: "egress-filter",
      },
      {
        text: "Require IMDSv2, and filter outgoing names with Network Firewall or the DNS Firewall.",
        control: "egress-filter",
        aws: true,
      },
    ],
    sources: [owasp("Server_Side_Request_Forgery_Prevention"), cwe(918)],
  },
  {
    id: "parser-taken-over",
    title: "A crafted file takes over {element}",
    stride: "E",
    cwe: [787],
    on: "element",
    when: {
      groups: ["media"],
      data: { kinds: ["content"] },
      distance: { atMost: 4 },
      lacks: ["sandboxed-parsing"],
    },
    note: "Decoders of pictures, video and archives are large, old and written in C; flaws in them are found every month. The process that opens strangers' files is the one to hold no secret, no network and no second file.",
    statement: {
      source: "external attacker",
      prerequisites: "who may upload",
      action: "run code in {element} by a crafted file",
      impact: "the rights of {element} over files of all customers",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Decode in a process without network and credentials that dies after each file, and keep decoders current.",
        control: "sandboxed-parsing",
      },
      {
        text: "Use one Lambda function for decoding alone, whose role reads one prefix and writes another.",
        control: "sandboxed-parsing",
        aws: true,
      },
    ],
    sources: [owasp("File_Upload"), cwe(787)],
  },
  {
    id: "object-revived",
    title: "A message of {source} becomes code in {target}",
    stride: "E",
    cwe: [502],
    capec: [586],
    weight: 3,
    on: "flow",
    when: {
      crosses: true,
      protocol: ["tcp", "udp", "amqp", "redis", "ipc", "file"],
      target: {
        type: ["process"],
        notGroups: ["client", "firmware", ...edge],
        lacks: ["safe-deserialisation"],
      },
      lacks: ["safe-deserialisation", "message-signature"],
    },
    note: "Formats that carry classes (Java serialisation, pickle, PHP objects, YAML tags) run code while reading, before any check of the content. A signature helps only when it is checked first, and its key is not on the sender's side.",
    statement: {
      source: "attacker",
      prerequisites: "who can send to {target} in place of {source}",
      action: "send an object graph that runs commands while it is read",
      impact: "code execution in {target}",
      goals: ["integrity", "confidentiality", "availability"],
    },
    mitigations: [
      {
        text: "Take a format of plain data (JSON, Protocol Buffers) with a schema, and remove native readers.",
        control: "safe-deserialisation",
      },
      {
        text: "Where it has to stay, verify a signature over the bytes first.",
        control: "message-signature",
      },
    ],
    sources: [owasp("Deserialization"), cwe(502)],
  },
  {
    id: "console-open-to-outside",
    title: "The console {target} can be reached by anybody",
    stride: "E",
    cwe: [668],
    weight: 3,
    on: "flow",
    when: {
      source: outside,
      target: {
        groups: ["admin"],
        type: ["process"],
        notGroups: ["aws"],
        lacks: ["network-isolation"],
      },
    },
    note: "A console is written for colleagues: less tested, full of power, and with debugging pages. On the open internet one flaw before the sign-in is enough, and scanners find it within the hour.",
    statement: {
      source: "external attacker",
      prerequisites: "who finds {target} by its certificate",
      action: "try known flaws and stolen passwords on it",
      impact: "control over the data of all customers",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Reach it only through a proxy that checks person and device first, or a private network.",
        control: "network-isolation",
      },
      {
        text: "Use Verified Access, and give the load balancer no public address.",
        control: "network-isolation",
        aws: true,
      },
    ],
    sources: ["https://csrc.nist.gov/pubs/sp/800/207/final", cwe(668)],
  },
  {
    id: "vault-beside-the-door",
    title: "{target} stands in the same zone as {source}, which faces the internet",
    stride: "E",
    cwe: [653],
    on: "flow",
    when: {
      crosses: false,
      source: {
        type: ["process"],
        groups: ["web-app", "vm", "load-balancer", "cdn"],
        distance: { atMost: 1 },
        trust: { atLeast: 21 },
      },
      target: {
        type: ["store"],
        groups: ["database", "file-storage", "secrets", "keys"],
        notGroups: ["managed"],
        data: { atLeast: "confidential" },
        lacks: ["network-policy", "network-isolation"],
      },
    },
    note: "A zone is what falls together. What answers strangers and what keeps the data should not: with a boundary between them, an intruder at the front has one narrow way to the store instead of every port and every other host.",
    statement: {
      source: "intruder",
      prerequisites: "with code execution in {source}",
      action: "reach {target} by every way that the shared network offers",
      impact: "access to {data} past the application's checks",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Draw and build a zone of its own for the store, with only the named peers and port allowed.",
        control: "network-policy",
      },
      {
        text: "Use private subnets, and security groups that refer to the client's group.",
        control: "network-isolation",
        aws: true,
      },
    ],
    sources: [owasp("Network_Segmentation"), cwe(653)],
  },
  {
    id: "account-owns-the-database",
    title: "{source} holds all rights in {target}",
    stride: "E",
    cwe: [250],
    weight: 1,
    on: "flow",
    when: {
      source: {
        groups: ["web-app", "api"],
        notGroups: ["gateway"],
        distance: { atMost: 2 },
        lacks: ["least-privilege"],
      },
      target: {
        groups: ["relational-database", "document-database"],
        data: { atLeast: "confidential" },
        lacks: ["least-privilege"],
      },
      lacks: ["least-privilege"],
    },
    note: "The account that made the schema is the one the application uses. Then an injection drops tables, reads other schemas and, on some engines, runs programs; with an account of few rights it reads what the page shows.",
    statement: {
      source: "attacker",
      prerequisites: "who gets one query past {source}",
      action: "use the owner's rights in {target}",
      impact: "loss or disclosure of everything instead of one table",
      goals: ["confidentiality", "integrity", "availability"],
    },
    mitigations: [
      {
        text: "Use one account to migrate and another to run, with rights on the few tables that the service needs.",
        control: "least-privilege",
      },
    ],
    sources: [owasp("Database_Security"), cwe(250)],
  },
  {
    id: "way-around-the-edge",
    title: "{element} is reached past what stands in front of it",
    stride: "E",
    cwe: [288],
    weight: 1,
    on: "element",
    when: {
      type: ["process"],
      groups: ["web-app", "api", "load-balancer", "gateway"],
      incoming: { source: { groups: ["cdn", "firewall"] } },
      noIncoming: { source: outside },
      lacks: ["network-isolation", "origin-access-control"],
    },
    unless: [{ incoming: { source: { technology: ["aws-cloudfront"] } } }],
    note: "The firewall filters what goes through it. The origin's own address is in old DNS records, certificates and mail headers, and answers there without any filter, limit or cache.",
    statement: {
      source: "external attacker",
      prerequisites: "who finds the address of the origin",
      action: "call {element} past filter and limits",
      impact: "protections that exist on the drawing only",
      goals: ["availability", "integrity"],
    },
    mitigations: [
      {
        text: "Accept connections from the edge alone, proven by certificate or secret header.",
        control: "origin-access-control",
      },
      {
        text: "Use VPC origins of CloudFront, or its prefix list in the security group.",
        control: "network-isolation",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
      cwe(288),
    ],
  },
  {
    id: "office-reaches-everything",
    title: "From any desk in {source} {target} can be reached",
    stride: "E",
    cwe: [653],
    on: "flow",
    when: {
      crosses: true,
      source: { technology: ["office-network", "vpn"], lacks: ["network-policy"] },
      target: { notGroups: ["human", "client"], lacks: ["network-policy"] },
      lacks: ["network-policy"],
    },
    note: "One phished laptop, a printer or a visitor's cable is in the office network. A VPN lengthens that network to every living room, and after a merger to another company's.",
    statement: {
      source: "intruder",
      prerequisites: "on one machine in {source}",
      action: "scan and enter {target} from there",
      impact: "a way from the office into production",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Open single applications for a person and a checked device, and close the route between networks.",
        control: "network-policy",
      },
    ],
    sources: ["https://csrc.nist.gov/pubs/sp/800/207/final", owasp("Network_Segmentation")],
  },
]);
