import { defineService } from "../../world/define.ts";
import { aliasOperations } from "./aliases.ts";
import { dataKeyOperations } from "./data-keys.ts";
import { declareKms, kmsDeclaration } from "./declare.ts";
import { encryptOperations } from "./encrypting.ts";
import { grantListOperations } from "./grant-lists.ts";
import { grantsFor } from "./grant-rules.ts";
import { grantOperations } from "./grants.ts";
import { keyOperations } from "./keys.ts";
import { macOperations } from "./macs.ts";
import { policyOperations } from "./policies.ts";
import { replicaOperations } from "./replicas.ts";
import { rotationOperations } from "./rotation.ts";
import { signOperations } from "./signing.ts";
import { kmsOf, startKms } from "./state.ts";
import { tagOperations } from "./tags.ts";

/** https://docs.aws.amazon.com/kms/latest/APIReference/Welcome.html */
export const kms = defineService({
  id: "kms",
  prefix: "kms",
  eventSource: "kms.amazonaws.com",
  scope: "regional",
  denied: { code: "AccessDeniedException", status: 400 },
  start: startKms,
  declaration: kmsDeclaration,
  declare: declareKms,
  operations: {
    ...keyOperations,
    ...policyOperations,
    ...aliasOperations,
    ...grantOperations,
    ...grantListOperations,
    ...encryptOperations,
    ...dataKeyOperations,
    ...signOperations,
    ...macOperations,
    ...rotationOperations,
    ...replicaOperations,
    ...tagOperations,
  },
  atResource: (asked) => {
    const [, , , region = "", , name = ""] = asked.arn.split(":");
    const key = kmsOf(asked.world, asked.owner, region)?.keys.get(name.replace(/^key\//, ""));
    if (key?.arn !== asked.arn) return null;
    return {
      policy: key.policy.compiled,
      tags: Object.fromEntries(key.tags),
      grants: grantsFor(key, asked),
    };
  },
});
