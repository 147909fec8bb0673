import { defineRules } from "../rule.ts";

/** Apps on phones: their storage, their links, and how far a server may believe them. */
export const rules = defineRules([
  {
    id: "phone-keeps-data-in-clear",
    title: "{data} is read from the phone that {element} runs on",
    stride: "I",
    cwe: [312, 922],
    on: "element",
    when: {
      groups: ["mobile-app"],
      holds: { atLeast: "confidential" },
      lacks: ["local-encryption", "hardware-key-storage", "data-minimisation"],
    },
    note: "The app's sandbox keeps other apps out, not backups, desktop tools or whoever has an unlocked phone. Data also leaves by doors that nobody planned: keyboard caches, screenshots of the app switcher, crash reports, the web view's cache. A key that lies beside the data is no encryption.",
    statement: {
      source: "thief or finder of a phone",
      prerequisites: "or reader of its backup",
      action: "read the files of {element}",
      impact: "disclosure of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Encrypt with a key that lives in Keystore or Secure Enclave and needs the screen lock.",
        control: "hardware-key-storage",
      },
      {
        text: "Keep on the phone only what must work offline; exclude it from backups and snapshots.",
        control: "data-minimisation",
      },
    ],
    sources: ["https://mas.owasp.org/MASVS/05-MASVS-STORAGE/"],
  },
  {
    id: "link-into-app-caught",
    title: "Another app or page takes a link that {source} meant for {target}",
    stride: "S",
    cwe: [939, 940],
    capec: [505],
    on: "flow",
    when: {
      source: { groups: ["browser", "messaging", "identity-provider", "third-party"] },
      target: { groups: ["mobile-app"], lacks: ["deep-link-validation"] },
      authentication: ["none", "unknown"],
      lacks: ["deep-link-validation"],
    },
    note: "A custom scheme belongs to whoever installs an app that claims it; only verified https links are tied to the owner of a domain. In the other direction a link is input from anybody: ?url= opened in a web view, ?token= taken as sign-in. PKCE protects the OAuth code and nothing else in the link.",
    statement: {
      source: "maker of another app on the phone",
      prerequisites: "that claims the same scheme",
      action: "catch a sign-in link, or send {target} a link that acts at once",
      impact: "a stolen session or an unwanted action",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Use App Links and Universal Links for everything that carries rights, and drop custom schemes.",
        control: "deep-link-validation",
      },
      { text: "Allow paths and parameters by list, and ask before a link does something." },
    ],
    sources: [
      "https://mas.owasp.org/MASVS/09-MASVS-PLATFORM/",
      "https://www.rfc-editor.org/rfc/rfc8252.html",
    ],
  },
  {
    id: "key-shipped-in-app",
    title: "A key taken out of {source} opens {target} to anybody",
    stride: "S",
    cwe: [798, 321],
    capec: [191],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["mobile-app"] },
      target: { notGroups: ["iot-device"] },
      authentication: ["api-key", "shared-secret"],
      lacks: ["short-lived-credentials", "device-attestation"],
    },
    unless: [{ source: { controls: ["device-attestation"] } }],
    note: "What ships in an app is published: unpacking takes minutes and obfuscation some more. The key is the same for all customers, so it can be neither tied to one of them nor withdrawn without breaking every installed version.",
    statement: {
      source: "stranger",
      prerequisites: "who unpacked {source} from the store",
      action: "call {target} with its key from a script",
      impact: "use at our cost, and access that was meant for the app",
      goals: ["confidentiality", "availability"],
    },
    mitigations: [
      {
        text: "Call third parties from our server; give the app tokens of its user alone.",
        control: "short-lived-credentials",
      },
      {
        text: "For AWS calls use Cognito identity pools with a role for each user's own prefix.",
        control: "short-lived-credentials",
        aws: true,
      },
    ],
    sources: [
      "https://mas.owasp.org/MASVS/06-MASVS-CRYPTO/",
      "https://mas.owasp.org/MASVS/07-MASVS-AUTH/",
    ],
  },
  {
    id: "certificate-mis-issued",
    title: "A certificate of any trusted authority lets a third party read {source}'s traffic",
    stride: "I",
    cwe: [295],
    capec: [94],
    weight: 1,
    on: "flow",
    when: {
      source: { groups: ["mobile-app"], lacks: ["certificate-pinning"] },
      encryption: ["tls"],
      crosses: true,
      data: { atLeast: "restricted", kinds: ["payment", "credentials", "health"] },
      lacks: ["certificate-pinning", "message-signature"],
    },
    note: "Pinning answers a mis-issued certificate and an authority that an employer or a family member installed. It does nothing against the phone's owner, who removes it with a debugger, and it has taken down more apps than attackers have: without a backup pin, a new key locks every customer out.",
    statement: {
      source: "operator of a network",
      prerequisites: "with a certificate that the phone accepts",
      action: "read and change what {source} sends to {target}",
      impact: "disclosure of {data}",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Pin the public key of the issuing authority with a backup pin and an end date, where the data is worth the risk.",
        control: "certificate-pinning",
      },
      {
        text: "Leave user-installed authorities untrusted, which is Android's default, and watch certificate transparency logs.",
      },
    ],
    sources: [
      "https://mas.owasp.org/MASVS/08-MASVS-NETWORK/",
      "https://developer.android.com/privacy-and-security/security-config",
    ],
  },
  {
    id: "app-tells-untruth",
    title: "A changed {source} tells {target} what suits its owner",
    stride: "T",
    cwe: [602, 807],
    capec: [660],
    weight: 2,
    on: "flow",
    when: {
      source: { groups: ["mobile-app"], lacks: ["device-attestation"] },
      target: { lacks: ["fraud-detection", "server-side-price"] },
      data: { kinds: ["location", "payment", "financial"] },
      lacks: ["device-attestation"],
    },
    note: "The phone belongs to the one who may gain by lying: a position can be set in the developer options, a check in the app can be patched out. Attestation says that app and phone are unchanged, not that the position or the amount is true, and it must be verified on the server with a fresh nonce.",
    statement: {
      source: "owner of the phone",
      prerequisites: "with a rooted phone or a patched app",
      action: "send invented positions, times or amounts to {target}",
      impact: "fraud such as deliveries that never took place",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Decide on the server what can be decided there: prices, limits, plausible speed and distance.",
        control: "fraud-detection",
      },
      {
        text: "Ask for Play Integrity or App Attest on the steps that earn money, bound to a nonce.",
        control: "device-attestation",
      },
    ],
    sources: [
      "https://mas.owasp.org/MASVS/11-MASVS-RESILIENCE/",
      "https://developer.android.com/google/play/integrity/overview",
    ],
  },
  {
    id: "notification-shows-content",
    title: "A notification shows {data} on a locked screen and to the platform",
    stride: "I",
    cwe: [359, 201],
    on: "flow",
    when: {
      source: { technology: ["push-service"] },
      data: { atLeast: "confidential" },
      lacks: ["data-minimisation"],
      encryption: ["none", "unknown", "tls"],
    },
    note: "Push messages pass through the servers of the phone's maker in readable form, appear on locked screens and watches, and stay in the notification history. A one-time code with the amount and the shop helps its reader to sound like the bank.",
    statement: {
      source: "person near the phone or at the push platform",
      prerequisites: "without the phone's code",
      action: "read notifications that carry content",
      impact: "disclosure of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Send “something is new” and an id, and let the app fetch the content.",
        control: "data-minimisation",
      },
      {
        text: "Where text must be shown, encrypt the payload end to end and decrypt it in the app's extension.",
      },
    ],
    sources: ["https://mas.owasp.org/MASVS/05-MASVS-STORAGE/"],
  },
  {
    id: "web-view-bridge",
    title: "A page inside {source} calls native functions of the app",
    stride: "E",
    cwe: [749, 940],
    on: "flow",
    when: {
      source: { groups: ["mobile-app"], lacks: ["content-security-policy", "tool-allow-list"] },
      target: { groups: ["web-app"] },
      lacks: ["content-security-policy"],
    },
    note: "A web view is a browser without an address bar and with a door into the app: whatever page is loaded into it, after one redirect or one injected advertisement, calls the same bridge and reads the same tokens. Sign-in pages in a web view teach customers to type passwords where the app can read them.",
    statement: {
      source: "outsider",
      prerequisites: "who gets another page or script into the web view of {source}",
      action: "call the bridge in place of the app",
      impact: "native functions and tokens in foreign hands",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Load only listed hosts over https, check the origin in every bridge call, and open all else in the system's browser.",
        control: "content-security-policy",
      },
      { text: "Sign in with the system's browser session (AppAuth), never in a web view." },
    ],
    sources: [
      "https://mas.owasp.org/MASVS/09-MASVS-PLATFORM/",
      "https://www.rfc-editor.org/rfc/rfc8252.html",
    ],
  },
  {
    id: "phone-dates-the-deed",
    title: "Nobody can prove when and where {source} recorded what {target} keeps",
    stride: "R",
    cwe: [345, 223],
    weight: 1,
    on: "flow",
    when: {
      source: { groups: ["mobile-app", "vehicle"], lacks: ["device-attestation", "clock-sync"] },
      target: { type: ["process"], lacks: ["signed-receipt"] },
      data: { kinds: ["location"] },
      lacks: ["signed-receipt", "device-attestation"],
    },
    note: "Work that is done offline is dated by the phone and sent later in any order; its clock and position are settings of the person whose work they prove. In a dispute between driver and customer the record convinces neither, unless somebody else's hand is in it.",
    statement: {
      source: "driver or customer",
      prerequisites: "in a dispute over a delivery",
      action: "deny the time or place that {source} recorded",
      impact: "refunds and penalties that nobody can decide",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Keep the server's time of receipt beside the phone's, with the difference of clocks at the last contact.",
        control: "clock-sync",
      },
      {
        text: "Let the receiver confirm with a code that the driver cannot know.",
        control: "signed-receipt",
      },
    ],
    sources: ["https://mas.owasp.org/MASVS/11-MASVS-RESILIENCE/"],
  },
]);
