import { defineRules } from "../rule.ts";

/** Devices in customers' hands: identity, radio, factory, cloud side. The device's inside is in firmware.ts. */
export const rules = defineRules([
  {
    id: "key-shared-by-devices",
    title: "One opened device speaks for all others to {target}",
    stride: "S",
    cwe: [1394, 321],
    capec: [37],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["iot-device"], lacks: ["unique-device-identity"] },
      authentication: ["shared-secret", "api-key", "password"],
      lacks: ["unique-device-identity"],
    },
    note: "Attackers buy one device and have years. A key that is the same in a million of them is taken once and works in all, and it cannot be revoked without cutting off every customer. The model number as password is the same mistake.",
    statement: {
      source: "owner of one device",
      prerequisites: "who read the key from its flash",
      action: "connect to {target} as any other device",
      impact: "commands and data of other customers' homes",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Make a key pair inside each device at manufacture, with a certificate of its own.",
        control: "unique-device-identity",
      },
      {
        text: "Register certificates just in time in IoT Core; where claim certificates are used, let a hook check the serial number.",
        control: "unique-device-identity",
        aws: true,
      },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/ir/8259/a/final",
      "https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html",
    ],
  },
  {
    id: "device-uses-foreign-topic",
    title: "{source} reads and commands other devices over {target}",
    stride: "E",
    cwe: [1220, 863],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["iot-device", "mobile-app"] },
      target: {
        technology: ["aws-iot-core"],
        lacks: ["resource-policy", "tenant-isolation", "least-privilege", "object-authorization"],
      },
      lacks: ["least-privilege", "tenant-isolation"],
    },
    note: "A valid certificate says that a device is one of ours; which topics it may use is a policy, and iot:* on * is in every tutorial. With a wildcard it hears all homes. With a free client id it also throws others off: the same id connecting again ends the first connection.",
    statement: {
      source: "owner of one genuine device",
      prerequisites: "with its certificate",
      action: "subscribe to # or publish to another device's topic on {target}",
      impact: "observation and control of other customers' devices",
      goals: ["confidentiality", "integrity", "availability"],
    },
    mitigations: [
      {
        text: "Use ${iot:Connection.Thing.ThingName} in topics and client ids, and require the certificate to be attached to the thing.",
        control: "least-privilege",
        aws: true,
      },
      {
        text: "Let IoT Device Defender audit for policies that are too wide.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html",
      "https://docs.aws.amazon.com/iot/latest/developerguide/security-best-practices.html",
    ],
  },
  {
    id: "pairing-by-anybody-near",
    title: "Somebody near enough pairs with {target} in place of {source}",
    stride: "S",
    cwe: [322, 300],
    capec: [94],
    on: "flow",
    when: {
      target: { groups: ["iot-device"], lacks: ["pairing-confirmation"] },
      protocol: ["bluetooth", "zigbee", "wifi", "nfc"],
      authentication: ["none", "unknown", "shared-secret", "network"],
      lacks: ["pairing-confirmation", "mutual-authentication"],
    },
    note: "Radio passes through the wall: the neighbour is inside the boundary. “Works at once” pairing agrees on a key with whoever answers first, and a joining network that hands its key out under a well-known one protects only against those who are asleep. A factory reset by a long press opens that minute again.",
    statement: {
      source: "neighbour with a radio",
      prerequisites: "near while {target} is set up or reset",
      action: "pair first, or stand between the two",
      impact: "lasting control of the device",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Bind pairing to something at the device: a printed code, a button, numeric comparison; for a minute only.",
        control: "pairing-confirmation",
      },
      { text: "Show every new pairing on the phones that are paired already." },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/sp/800/121/r2/upd1/final",
      "https://csrc.nist.gov/pubs/ir/8259/a/final",
    ],
  },
  {
    id: "home-network-trusted",
    title: "Anything in the home network commands {target}",
    stride: "S",
    cwe: [306, 346],
    on: "flow",
    when: {
      crosses: false,
      source: { groups: ["client"], notGroups: ["iot-device"] },
      target: { groups: ["iot-device"] },
      authentication: ["none", "unknown", "network"],
      lacks: ["mutual-authentication", "pairing-confirmation"],
    },
    unless: [{ protocol: ["bluetooth", "zigbee", "nfc"] }],
    note: "The home network holds guests, an old television and every web page that is open: with DNS rebinding a stranger's page talks to 192.168.1.20 from inside the browser. A device that trusts its network trusts the worst thing on it.",
    statement: {
      source: "web page or infected device",
      prerequisites: "inside the same network",
      action: "send commands to {target}",
      impact: "an open lock or a camera that streams elsewhere",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Demand the key from pairing on every local request too.",
        control: "mutual-authentication",
      },
      { text: "Check Host and Origin on local HTTP interfaces against rebinding." },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/ir/8425/final",
      "https://owasp.org/www-project-internet-of-things/",
    ],
  },
  {
    id: "factory-keeps-keys",
    title: "{source} makes or copies identities of {target} that nobody ordered",
    stride: "S",
    cwe: [522, 1357],
    on: "flow",
    when: {
      source: { groups: ["third-party"] },
      target: { technology: ["iot-device", "firmware", "hub", "secure-element", "vehicle"] },
      lacks: ["two-person-rule", "device-attestation", "hardware-key-storage"],
    },
    unless: [{ target: { controls: ["hardware-key-storage", "device-attestation"] } }],
    note: "Keys that are injected on the line exist outside of the device, in a file on a factory computer. The line can also run a third shift: genuine identities in devices that were never ordered. Counting certificates against shipments finds it, encryption does not.",
    statement: {
      source: "employee of the factory",
      prerequisites: "with access to the provisioning station",
      action: "keep copies of device keys, or provision more devices than ordered",
      impact: "clones that the cloud cannot tell from ours",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Make the private key inside a secure element; only the certificate request leaves it.",
        control: "hardware-key-storage",
      },
      {
        text: "Issue certificates from a private CA in batches for ordered serial numbers, and revoke what was not shipped.",
        control: "two-person-rule",
        aws: true,
      },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/ir/8259/a/final",
      "https://docs.aws.amazon.com/iot/latest/developerguide/iot-provision.html",
    ],
  },
  {
    id: "device-changes-hands",
    title: "The next owner of {element} finds {data}, or the last one still controls it",
    stride: "I",
    cwe: [1266, 226],
    capec: [675],
    on: "element",
    when: {
      groups: ["iot-device"],
      notGroups: ["keys"],
      holds: { atLeast: "confidential" },
      lacks: ["secure-wipe"],
    },
    note: "Devices are sold, returned, refurbished and thrown away with Wi-Fi passwords and recordings in them. It works both ways: if the reset clears the flash but not the binding in the cloud, the seller goes on watching the buyer's rooms.",
    statement: {
      source: "buyer or seller of a used device",
      prerequisites: "after a reset, or without one",
      action: "read what {element} kept, or use the old owner's app on it",
      impact: "disclosure of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Encrypt user data under a key that the reset destroys, and end the cloud binding in the same step.",
        control: "secure-wipe",
      },
      { text: "Offer a reset from the account for devices that are already out of hand." },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/sp/800/88/r2/final",
      "https://csrc.nist.gov/pubs/ir/8425/final",
    ],
  },
  {
    id: "sensor-without-sign",
    title: "{element} records {data} without anybody in the room knowing",
    stride: "I",
    cwe: [359],
    weight: 1,
    on: "element",
    when: {
      groups: ["iot-device"],
      data: { kinds: ["biometric", "content"], atLeast: "confidential" },
      lacks: ["physical-privacy-control"],
    },
    note: "An indicator that software drives can be lied to by software. Guests and children never agreed to anything, and false activations record them. A switch that cuts the microphone's power is believed because it can be understood.",
    statement: {
      source: "intruder in {element} or curious insider",
      prerequisites: "who can start a recording remotely",
      action: "listen or watch while the device looks idle",
      impact: "disclosure of {data} from inside the home",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Wire the light to the sensor's power and add a switch or shutter in hardware.",
        control: "physical-privacy-control",
      },
      { text: "Recognise the wake word on the device and show every recording to its owner." },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/ir/8425/final",
      "https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf",
    ],
  },
]);
