import type { Rule, RuleInput } from "../rule.ts";
import { rules as denialRecovery } from "./denial-recovery.ts";
import { rules as denial } from "./denial.ts";
import { rules as disclosureAccess } from "./disclosure-access.ts";
import { rules as disclosureSharing } from "./disclosure-sharing.ts";
import { rules as disclosure } from "./disclosure.ts";
import { rules as elevationNetwork } from "./elevation-network.ts";
import { rules as elevation } from "./elevation.ts";
import { platform } from "./platform.ts";
import { rules as repudiationLogs } from "./repudiation-logs.ts";
import { rules as repudiationParties } from "./repudiation-parties.ts";
import { rules as repudiation } from "./repudiation.ts";
import { rules as spoofingMessages } from "./spoofing-messages.ts";
import { rules as spoofingSessions } from "./spoofing-sessions.ts";
import { rules as spoofing } from "./spoofing.ts";
import { rules as tamperingFiles } from "./tampering-files.ts";
import { rules as tamperingWeb } from "./tampering-web.ts";
import { rules as tampering } from "./tampering.ts";

/** The rules that hold whatever a system is built from, by what they break. */
const spoofed = [spoofing, spoofingSessions, spoofingMessages];
const tampered = [tampering, tamperingWeb, tamperingFiles];
const repudiated = [repudiation, repudiationParties, repudiationLogs];
const disclosed = [disclosure, disclosureAccess, disclosureSharing];
const denied = [denial, denialRecovery];
const elevated = [elevation, elevationNetwork];

/** Every rule. A file of rules is added here or in platform.ts; its fixtures stand beside it. */
export const catalogue: readonly Rule[] = [
  ...spoofed,
  ...tampered,
  ...repudiated,
  ...disclosed,
  ...denied,
  ...elevated,
  ...platform,
]
  .flat()
  .map(completed);

/** What the shape of a rule fills in, without its check: a test has made that, and a page opens sooner. */
function completed(one: RuleInput): Rule {
  const mitigations = one.mitigations.map((each) => ({ aws: false, ...each }));
  return { capec: [], weight: 2, unless: [], ...one, mitigations } as Rule;
}
