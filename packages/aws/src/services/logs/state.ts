export type LogEvent = { atMs: number; message: string };

export type LogStream = {
  name: string;
  arn: string;
  createdMs: number;
  /** By time. */
  events: LogEvent[];
};

export type LogGroup = {
  name: string;
  /** Without the :* that some of its ARNs end in. */
  arn: string;
  createdMs: number;
  /** Null: they never expire. */
  retentionDays: number | null;
  kmsKey: string | null;
  streams: Map<string, LogStream>;
  tags: Map<string, string>;
};

export type LogsState = { groups: Map<string, LogGroup> };
export const startLogs = (): LogsState => ({ groups: new Map() });
