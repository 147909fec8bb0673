import { z } from "zod";

import { defineService, type Place } from "../../world/define.ts";
import { hexId, iso } from "../../world/ids.ts";
import { newestKey } from "../../world/newest-key.ts";
import { refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";
import { findingOperations } from "./findings.ts";
import type { GuardDutyState } from "./state.ts";

const json = z.record(z.string(), z.json());
const finding = z.strictObject({
  /** Such as UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS. */
  type: z.string().regex(/^\w+:\w+\/[\w.!-]+$/),
  title: z.string().min(5),
  description: z.string().min(5),
  /** 1 to 10; 7 and more is high, 9 and more critical. */
  severity: z.number().min(1).max(10),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  count: z.int().min(1).default(1),
  /** As GetFindings writes them, with AWS's member names. The AccessKeyId `user/ci` is that of the user's key. */
  resource: json,
  action: json.optional(),
});

/** https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings.html */
export const guardduty = defineService({
  id: "guardduty",
  prefix: "guardduty",
  eventSource: "guardduty.amazonaws.com",
  scope: "regional",
  denied: { code: "AccessDeniedException", status: 403 },
  start: (): GuardDutyState => ({ detector: null, findings: [] }),
  declaration: z.strictObject({ findings: z.array(finding).default([]) }),
  declare: (state, { findings }, place) => {
    state.detector = { id: hexId(place.world, 32), createdMs: place.world.nowMs, enabled: true };
    for (const one of findings) state.findings.push(declared(one, state.detector.id, place));
  },
  operations: findingOperations,
});

function declared(
  { firstSeen, lastSeen, count, action, ...given }: z.infer<typeof finding>,
  detector: string,
  { world, account, region }: Place,
) {
  const id = hexId(world, 32);
  const at = (text: string) => iso(Date.parse(text)).replace("Z", ".000Z");
  return {
    archived: false,
    type: given.type,
    severity: given.severity,
    updatedMs: Date.parse(lastSeen),
    written: {
      AccountId: account.id,
      Arn: `arn:aws:guardduty:${region}:${account.id}:detector/${detector}/finding/${id}`,
      CreatedAt: at(firstSeen),
      Description: given.description,
      Id: id,
      Partition: "aws",
      Region: region,
      Resource: withKey(given.resource, world),
      SchemaVersion: "2.0",
      Service: {
        ...(action ? { Action: action } : {}),
        Count: count,
        DetectorId: detector,
        EventFirstSeen: at(firstSeen),
        EventLastSeen: at(lastSeen),
        ServiceName: "guardduty",
      },
      Severity: given.severity,
      Title: given.title,
      Type: given.type,
      UpdatedAt: at(lastSeen),
    },
  };
}

/** Keys' ids come from the seed: a declaration names whose key it is. */
function withKey(resource: z.infer<typeof json>, world: World): z.infer<typeof json> {
  const details = json.safeParse(resource["AccessKeyDetails"]).data;
  const whose = details?.["AccessKeyId"];
  if (typeof whose !== "string" || !whose.includes("/")) return resource;
  const found = newestKey(world, whose);
  if (!found) throw refusal("NoSuchEntity", `nobody whose ARN ends with ${whose} has a key`);
  const { accessKeyId: AccessKeyId, userId: PrincipalId } = found;
  return { ...resource, AccessKeyDetails: { ...details, AccessKeyId, PrincipalId } };
}
