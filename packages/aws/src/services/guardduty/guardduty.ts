import { z } from "zod";

import { defineService, type Place } from "../../world/define.ts";
import { hexId, iso } from "../../world/ids.ts";
import { findingOperations } from "./findings.ts";
import type { GuardDutyState } from "./state.ts";
import { isSession, withKey } from "./whose-key.ts";

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
  /** As GetFindings writes them, with AWS's member names. The AccessKeyId `user/ci` is that of the user's key,
   * `assumed-role/web/i-1` that of the session which the world's past left. */
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
      // A session is handed out in the past that is lived later: its key is looked up when the finding is read.
      Resource: isSession(given.resource) ? given.resource : withKey(given.resource, world),
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
