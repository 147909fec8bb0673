import type { Account } from "../account/details.ts";
import type { Level } from "../decide/request.ts";
import type { CompiledPolicy } from "../policy/compile.ts";
import type { ResourceType } from "./catalogue/entry.ts";

/** All that a search looks at: several accounts, what binds them from above, and what runs in them. */
export type Landscape = {
  accounts: readonly Account[];
  /** From the root down. */
  serviceControl?: readonly AppliedLevel[];
  resourceControl?: readonly AppliedLevel[];
  organisation?: Organisation | null;
  /**
   * What runs. Null where nobody said: then whether there is a function that carries a role stays open, and a path
   * over one is conditional.
   */
  resources?: readonly Resource[] | null;
};

/** A level of the organisation, and the accounts below it. */
export type AppliedLevel = Level & { accounts: "all" | readonly string[] };

export type Organisation = {
  /** Such as o-a1b2c3d4e5; null where it is not known. */
  id: string | null;
  /** Its SCPs and RCPs do not bind it. */
  managementAccount: string | null;
  /** Members by number. */
  accounts: readonly string[];
};

export type Resource = {
  type: ResourceType;
  arn: string;
  /** ARN of the role that it carries. */
  role: string | null;
  /** Null where nobody said. */
  tags: Readonly<Record<string, string>> | null;
  /** The policy at it, such as that of a function. */
  policy: CompiledPolicy | null;
};
