import { defineRules } from "../rule.ts";

/** The inside of a device: boot, updates, ports, keys. */
export const rules = defineRules([
  {
    id: "firmware-not-signed",
    title: "Foreign firmware is installed on {element}",
    stride: "T",
    cwe: [494, 347],
    capec: [186, 638],
    weight: 3,
    on: "element",
    when: { groups: ["iot-device"], notGroups: ["keys"], lacks: ["signed-updates"] },
    note: "Transport encryption proves which server sent the image, not who made it: a taken-over update server, a mirror or a memory card need no break of TLS. The device itself must check, with a key that was in it when it left the factory, and again after writing, before it boots.",
    statement: {
      source: "intruder on the update path or owner of the device",
      prerequisites: "who can hand {element} an image",
      action: "have it install altered firmware",
      impact: "lasting control of the device, in the worst case of the fleet",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Verify a signature over image, model and version in the device, against a key in fuses or boot ROM.",
        control: "signed-updates",
      },
      {
        text: "Sign with AWS Signer for IoT and deliver by IoT Jobs or FreeRTOS OTA with the digest inside the job.",
        control: "signed-updates",
        aws: true,
      },
    ],
    sources: [
      "https://www.rfc-editor.org/rfc/rfc9019.html",
      "https://csrc.nist.gov/pubs/sp/800/193/final",
    ],
  },
  {
    id: "firmware-rolled-back",
    title: "An old signed version with a known flaw is put back on {element}",
    stride: "T",
    cwe: [1328],
    capec: [638],
    on: "element",
    when: {
      groups: ["iot-device"],
      notGroups: ["keys"],
      controls: ["signed-updates"],
      lacks: ["rollback-protection"],
    },
    note: "The signature of last year's version is still valid: what was once released can be installed again, with the flaw that the update repaired. Version numbers in the image do not help if the device only compares them with what is stored in rewritable flash.",
    statement: {
      source: "person with the device or on the update path",
      prerequisites: "and an old image from a download page",
      action: "install the vulnerable version on {element}",
      impact: "all repaired flaws are open again",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Keep a monotonic security version in fuses or a secure element and refuse anything lower.",
        control: "rollback-protection",
      },
      {
        text: "Raise it only with releases that repair a flaw: fuses run out, and a bad update must stay reversible.",
        control: "rollback-protection",
      },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/sp/800/193/final",
      "https://www.rfc-editor.org/rfc/rfc9019.html",
    ],
  },
  {
    id: "boot-without-check",
    title: "{element} starts code that was changed after it was installed",
    stride: "T",
    cwe: [1326, 693],
    on: "element",
    when: {
      groups: ["iot-device"],
      notGroups: ["keys"],
      controls: ["signed-updates"],
      lacks: ["secure-boot"],
    },
    note: "An update that is checked while it is installed says nothing about tomorrow: an intruder with root writes to flash directly, and stays through every reset. The chain has to begin in what cannot be written, and every stage has to check the next.",
    statement: {
      source: "intruder with root on {element}",
      prerequisites: "for an hour",
      action: "change the boot loader or kernel in flash",
      impact: "control that survives resets and updates",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Verify each stage from boot ROM upwards, with the hash of the root key in fuses.",
        control: "secure-boot",
      },
      { text: "Mount the system read-only with verified blocks; keep data apart." },
    ],
    sources: ["https://csrc.nist.gov/pubs/sp/800/193/final"],
  },
  {
    id: "debug-port-open",
    title: "A debug port of {element} gives away its memory and a root shell",
    stride: "E",
    cwe: [1191, 1299],
    capec: [121],
    on: "element",
    when: { groups: ["iot-device"], notGroups: ["keys"], lacks: ["debug-disabled"] },
    note: "Three pins on the board are a console, four are JTAG; the test pads needed in the factory stay. Everything that relies on the flash being unreadable fails there, so the attack on one bought device is how attacks on all begin. Returns need diagnosis too: an unlock for each device answers that.",
    statement: {
      source: "owner of one device",
      prerequisites: "with a soldering iron",
      action: "read keys and firmware of {element}, or take a root shell",
      impact: "knowledge and keys for attacks on the whole fleet",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Close JTAG by fuse and switch off the boot console in production; test samples of each batch.",
        control: "debug-disabled",
      },
      {
        text: "For repairs, unlock with a token signed for one serial number, after user data is wiped.",
        control: "debug-disabled",
      },
    ],
    sources: [
      "https://owasp.org/www-project-internet-of-things/",
      "https://csrc.nist.gov/pubs/ir/8259/a/final",
    ],
  },
  {
    id: "keys-in-plain-flash",
    title: "Keys are read from the flash of {element}",
    stride: "I",
    cwe: [922, 312],
    capec: [37],
    on: "element",
    when: {
      groups: ["iot-device"],
      notGroups: ["keys"],
      holds: { kinds: ["credentials"] },
      lacks: ["hardware-key-storage", "local-encryption"],
    },
    note: "Flash is a chip that can be taken off and read for the price of a dinner. Encryption helps if its key lies elsewhere: in fuses that only the crypto engine sees, or in a secure element. Wi-Fi passwords of customers are in the same flash.",
    statement: {
      source: "thief or buyer of a device",
      prerequisites: "with a chip reader",
      action: "read credentials from {element} and use them elsewhere",
      impact: "impersonation of the device and entry into the owner's network",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Keep private keys in a secure element that signs and never reveals.",
        control: "hardware-key-storage",
      },
      {
        text: "Encrypt flash with a key of the chip, different in each device.",
        control: "local-encryption",
      },
    ],
    sources: [
      "https://csrc.nist.gov/pubs/ir/8259/a/final",
      "https://csrc.nist.gov/pubs/ir/8425/final",
    ],
  },
  {
    id: "update-breaks-the-fleet",
    title: "One bad update stops every {element} at once",
    stride: "D",
    cwe: [754, 1329],
    on: "element",
    when: {
      groups: ["iot-device"],
      notGroups: ["keys"],
      controls: ["signed-updates"],
      lacks: ["staged-rollout"],
    },
    note: "A valid signature on a broken image is an outage that no restart mends and no technician reaches: a million doors. The first thing that an update must keep working is the update. All devices coming back in the same minute is the second outage.",
    statement: {
      source: "hurried or hijacked release",
      prerequisites: "that goes to all devices together",
      action: "install an image that does not start or cannot update again",
      impact: "a fleet that is out of order, and recalls",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Roll out by growing shares with an automatic stop; IoT Jobs has rollout rates and abort criteria.",
        control: "staged-rollout",
        aws: true,
      },
      {
        text: "Keep two slots, and return to the old one unless the new one reports health; spread reconnections at random.",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/iot/latest/developerguide/iot-jobs.html",
      "https://www.rfc-editor.org/rfc/rfc9019.html",
    ],
  },
]);
