import type { PathGroup } from "./catalogue/entry.ts";
import type { Decided } from "./scene.ts";

export type EscalationReport = {
  /** In a fixed order: proven before conditional, administrators before others, then by ARN. */
  paths: readonly EscalationPath[];
  /** ARNs of who has everything already. They are looked at only where asked for. */
  administrators: readonly string[];
  accounts: readonly string[];
  /** Users and roles that were looked at. */
  principals: number;
  /** Whether there is more than was looked at or kept. */
  cut: boolean;
  /** What could not be read, by place. */
  notices: readonly { where: string; message: string }[];
};

/** The shortest way by which somebody gains something. */
export type EscalationPath = {
  /** ARN of a user or role. */
  from: string;
  gain: Gain;
  /** Every call is allowed, whatever else is so. */
  proven: boolean;
  /** What has to be so, where it is not proven. */
  conditions: readonly string[];
  /** What the calls need beside permission, and only the account knows. */
  notes: readonly string[];
  steps: readonly EscalationStep[];
  /** Other last steps to the same gain, from whatever was reached. */
  alternatives: number;
};

export type Gain =
  | {
      kind: "administrator";
      account: string;
      /** ARN of the user or role that is one, or is made one. */
      as: string;
      /** What the organisation leaves to nobody in the account: of the signs of an administrator, those that fail. */
      without: readonly string[];
    }
  | {
      kind: "principal";
      account: string;
      as: string;
      /** A call that was out of reach before. */
      more: EscalationCall;
    };

/** One path of the catalogue, gone through. */
export type EscalationStep = {
  from: string;
  to: string;
  /** What is added on the way, in words; null where somebody is taken over as they are. */
  plus: string | null;
  /** At https://pathfinding.cloud/paths/<id>. */
  path: string;
  group: PathGroup;
  calls: readonly EscalationCall[];
  /** That the services may assume the roles that they get. */
  trust: readonly EscalationCall[];
  conditions: readonly string[];
  notes: readonly string[];
  docs: readonly string[];
};

/** One call as it would be made, and what allows it. */
export type EscalationCall = {
  /** ARN, or the name of a service. */
  caller: string;
  action: string;
  resource: string;
  /** Condition keys that the call brings. */
  context: Readonly<Record<string, string>>;
  reason: Decided["decision"]["reason"];
  by: { policy: string; statement: number; sid: string | null } | null;
  /** To decide it again, or explain it. */
  decided: Decided;
};
