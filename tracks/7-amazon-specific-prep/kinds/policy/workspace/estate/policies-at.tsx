import type { PolicyKind } from "@loopwright/aws/decision";

import type { PolicyBrief } from "../../brief.ts";
import { placesOf } from "../../estate/places.ts";
import styles from "../policy.module.css";

const kinds: Record<PolicyKind, string> = {
  identity: "identity policy",
  boundary: "permissions boundary",
  session: "session policy",
  resource: "policy at the resource",
  trust: "trust policy",
  key: "key policy",
  scp: "service control policy",
  rcp: "resource control policy",
  endpoint: "endpoint policy",
};

/** The policies that stand at a place: those that are fixed can be read, the others are edited in their tabs. */
export function PoliciesAt({ brief, place }: { brief: PolicyBrief; place: string }) {
  const fixed = brief.estate.policies.filter((one) => placesOf(one).includes(place));
  const edited = brief.documents.filter((one) => placesOf(one).includes(place));
  if (fixed.length + edited.length === 0) return null;
  return (
    <ul className={styles.policies}>
      {edited.map(({ id, title, kind }) => (
        <li key={id}>
          {title}: the {kinds[kind]} to be edited
        </li>
      ))}
      {fixed.map(({ id, title, kind, policy }) => (
        <li key={id}>
          <details>
            <summary>
              {title}, {kinds[kind]}
            </summary>
            <pre className={styles.json}>{jsonOf(policy)}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** One line for each short list, as people write policies. */
const jsonOf = (policy: object): string =>
  JSON.stringify(policy, null, 2).replaceAll(
    /\[\s+("[^[\]{}]{0,90}?")\s+\]/g,
    (_all, list: string) => `[${list.replaceAll(/\s*\n\s*/g, " ")}]`,
  );
