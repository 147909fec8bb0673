import { defineOperations } from "../../world/define.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import { groupIn, groupName, needOn, type Ctx } from "./find.ts";
import type { LogGroup, LogsState, LogStream } from "./state.ts";

const refuse = () => refusal("InvalidParameterException", "The specified nextToken is invalid.");
const paging = { token: "nextToken", max: "limit", size: 50, refuse };

/** What may be set, in days. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions: ReadonlySet<number> = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
]);

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html */
export const groupOperations = defineOperations<LogsState>()({
  CreateLogGroup: {
    readOnly: false,
    needs: (context) => needOn(context),
    run: (context) => {
      const { world, account, region, state, input } = context;
      const name = groupName(context);
      if (state.groups.has(name))
        throw refusal("ResourceAlreadyExistsException", "The specified log group already exists");
      state.groups.set(name, {
        name,
        arn: `arn:aws:logs:${region}:${account.id}:log-group:${name}`,
        createdMs: world.nowMs,
        retentionDays: null,
        kmsKey: input.optional("kmsKeyId"),
        streams: new Map(),
        tags: new Map(Object.entries(input.map("tags"))),
      });
    },
  },
  DeleteLogGroup: {
    readOnly: false,
    needs: (context) => needOn(context),
    run: (context) => {
      context.state.groups.delete(groupIn(context).name);
    },
  },
  PutRetentionPolicy: {
    readOnly: false,
    needs: (context) => needOn(context),
    run: (context) => {
      const days = context.input.number("retentionInDays") ?? 0;
      if (!retentions.has(days)) {
        const message = `${days} days is no retention that can be set.`;
        throw refusal("InvalidParameterException", message);
      }
      groupIn(context).retentionDays = days;
    },
  },
  DescribeLogGroups: {
    readOnly: true,
    needs: ({ account, region }: Ctx) => [
      { resource: `arn:aws:logs:${region}:${account.id}:log-group::log-stream:` },
    ],
    run: ({ state, input }) => {
      const prefix = input.optional("logGroupNamePrefix") ?? "";
      const pattern = input.optional("logGroupNamePattern")?.toLowerCase() ?? "";
      const groups = [...state.groups.values()]
        .filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(pattern))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const { page, next } = pageOf(groups, input, paging);
      return { logGroups: page.map(writtenGroup), nextToken: next };
    },
  },
  DescribeLogStreams: {
    readOnly: true,
    needs: (context) => needOn(context),
    run: (context) => {
      const { input } = context;
      const prefix = input.optional("logStreamNamePrefix") ?? "";
      const byTime = input.optional("orderBy") === "LastEventTime";
      const streams = [...groupIn(context).streams.values()]
        .filter(({ name }) => name.startsWith(prefix))
        .toSorted((a, b) => (byTime ? lastOf(a) - lastOf(b) : a.name < b.name ? -1 : 1));
      if (input.flag("descending") === true) streams.reverse();
      const { page, next } = pageOf(streams, input, paging);
      return { logStreams: page.map(writtenStream), nextToken: next };
    },
  },
});

const lastOf = ({ events, createdMs }: LogStream): number => events.at(-1)?.atMs ?? createdMs;

const bytesOf = ({ events }: LogStream): number =>
  events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + 26, 0);

const writtenGroup = (group: LogGroup) => ({
  logGroupName: group.name,
  creationTime: group.createdMs,
  retentionInDays: group.retentionDays ?? undefined,
  metricFilterCount: 0,
  arn: `${group.arn}:*`,
  storedBytes: [...group.streams.values()].reduce((sum, stream) => sum + bytesOf(stream), 0),
  kmsKeyId: group.kmsKey ?? undefined,
  logGroupClass: "STANDARD",
  logGroupArn: group.arn,
});

const writtenStream = (stream: LogStream) => ({
  logStreamName: stream.name,
  creationTime: stream.createdMs,
  firstEventTimestamp: stream.events[0]?.atMs,
  lastEventTimestamp: stream.events.at(-1)?.atMs,
  lastIngestionTime: stream.events.at(-1)?.atMs,
  arn: stream.arn,
  storedBytes: bytesOf(stream),
});
