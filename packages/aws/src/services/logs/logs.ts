import { z } from "zod";

import { defineService } from "../../world/define.ts";
import { eventOperations } from "./events.ts";
import { groupOperations } from "./groups.ts";
import { startLogs } from "./state.ts";

const group = z.strictObject({
  name: z.string().regex(/^[\w./#-]{1,512}$/, "letters, digits and _-/.#"),
  retentionDays: z.int().min(1).optional(),
  createdDaysAgo: z.int().min(0).default(200),
  tags: z.record(z.string(), z.string()).default({}),
  /** By the stream's name: lines, each with its moment. */
  streams: z
    .record(
      z.string().min(1),
      z
        .array(z.strictObject({ at: z.iso.datetime(), message: z.string().max(256_000) }))
        .max(5_000),
    )
    .default({}),
});

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html */
export const logs = defineService({
  id: "logs",
  prefix: "logs",
  eventSource: "logs.amazonaws.com",
  scope: "regional",
  denied: { code: "AccessDeniedException", status: 400 },
  start: startLogs,
  declaration: z.strictObject({ groups: z.array(group).max(200).default([]) }),
  declare: (state, { groups }, { world, account, region }) => {
    for (const { name, retentionDays, createdDaysAgo, tags, streams } of groups) {
      const arn = `arn:aws:logs:${region}:${account.id}:log-group:${name}`;
      const createdMs = world.nowMs - createdDaysAgo * 86_400_000;
      const made = Object.entries(streams).map(([stream, lines]) => {
        const events = lines
          .map(({ at, message }) => ({ atMs: Date.parse(at), message }))
          .toSorted((a, b) => a.atMs - b.atMs);
        const whole = { name: stream, arn: `${arn}:log-stream:${stream}`, createdMs, events };
        return [stream, whole] as const;
      });
      state.groups.set(name, {
        name,
        arn,
        createdMs,
        retentionDays: retentionDays ?? null,
        kmsKey: null,
        streams: new Map(made),
        tags: new Map(Object.entries(tags)),
      });
    }
  },
  operations: { ...groupOperations, ...eventOperations },
});
