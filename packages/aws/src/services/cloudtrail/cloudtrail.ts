import { z } from "zod";

import { defineService } from "../../world/define.ts";
import { lookupOperations } from "./lookup.ts";
import { startCloudTrail } from "./state.ts";
import { allManagement, trailOperations } from "./trails.ts";

const trail = z.strictObject({
  name: z.string().min(3),
  bucket: z.string().min(3),
  region: z.string().default("us-east-1"),
  multiRegion: z.boolean().default(true),
  validation: z.boolean().default(true),
  kmsKey: z.string().optional(),
  logging: z.boolean().default(true),
  createdDaysAgo: z.int().min(0).default(400),
  /** As PutEventSelectors takes them. */
  selectors: z.array(z.record(z.string(), z.json())).optional(),
});

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html */
export const cloudtrail = defineService({
  id: "cloudtrail",
  prefix: "cloudtrail",
  eventSource: "cloudtrail.amazonaws.com",
  scope: "global",
  denied: { code: "AccessDeniedException", status: 400 },
  start: startCloudTrail,
  declaration: z.strictObject({ trails: z.array(trail).default([]) }),
  declare: (state, { trails }, { world, account }) => {
    for (const one of trails) {
      state.trails.set(one.name, {
        name: one.name,
        arn: `arn:aws:cloudtrail:${one.region}:${account.id}:trail/${one.name}`,
        homeRegion: one.region,
        bucket: one.bucket,
        prefix: null,
        multiRegion: one.multiRegion,
        organisation: false,
        globalEvents: true,
        validation: one.validation,
        kmsKey: one.kmsKey ?? null,
        logging: one.logging,
        startedMs: world.nowMs - one.createdDaysAgo * 86_400_000,
        stoppedMs: one.logging ? null : world.nowMs,
        selectors: one.selectors ?? [allManagement],
        advancedSelectors: [],
      });
    }
  },
  operations: { ...lookupOperations, ...trailOperations },
});
