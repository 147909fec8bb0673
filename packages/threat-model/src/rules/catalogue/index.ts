import { rule, type Rule } from "../rule.ts";
import { rules as awsIdentity } from "./aws-identity.ts";
import { rules as spoofing } from "./spoofing.ts";

/** Every rule. A file of rules is added here; its fixtures stand beside it and are found by its name. */
export const catalogue: readonly Rule[] = [awsIdentity, spoofing]
  .flat()
  .map((one) => rule.parse(one));
