import type { Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { LogGroup, LogStream, LogsState } from "./state.ts";

export type Ctx = Context<LogsState>;

export const missing = (what: string) =>
  refusal("ResourceNotFoundException", `The specified ${what} does not exist.`);

/** Most operations take a name, some an ARN in its place. */
export function groupName({ input }: Pick<Ctx, "input">): string {
  const given = input.optional("logGroupIdentifier") ?? input.text("logGroupName");
  return given.startsWith("arn:") ? given.split(":").slice(6).join(":").replace(/:\*$/, "") : given;
}

export function groupIn(context: Ctx): LogGroup {
  const found = context.state.groups.get(groupName(context));
  if (found) return found;
  throw missing("log group");
}

export function streamIn(context: Ctx): LogStream {
  const found = groupIn(context).streams.get(context.input.text("logStreamName"));
  if (found) return found;
  throw missing("log stream");
}

/** The ARN that permissions are asked for: of a group, or of one stream in it. */
export function needOn(context: Ctx, stream = "") {
  const { account, region } = context;
  const name = groupName(context);
  return [
    { resource: `arn:aws:logs:${region}:${account.id}:log-group:${name}:log-stream:${stream}` },
  ];
}

/** Events older than the group keeps them are gone, whoever asks. */
export const kept = ({ retentionDays }: LogGroup, nowMs: number) => {
  const fromMs = retentionDays === null ? 0 : nowMs - retentionDays * 86_400_000;
  return ({ atMs }: { atMs: number }) => atMs >= fromMs && atMs <= nowMs;
};
