import type { CompiledPolicy } from "../../policy/compile.ts";
import { stateIn } from "../../world/define.ts";
import type { Account } from "../../world/world.ts";

/**
 * What a function does when it is invoked. No code runs: these few say what code would have done.
 * - `returns`: always this.
 * - `echo`: what it was sent.
 * - `environment`: everything that its process finds there, credentials included, as a debug handler leaks it.
 * - `calls`: one call of AWS with its role, whose answer it returns. `{ $event: path }` in the input stands for what
 *   the event has there, as in a handler that trusts its event.
 */
export type Behaviour =
  | { kind: "returns"; value: unknown }
  | { kind: "echo" }
  | { kind: "environment" }
  | { kind: "calls"; service: string; operation: string; input: Record<string, unknown> }
  /** Code that somebody uploaded: what becomes of it, the world's declaration says. */
  | { kind: "uploaded" };

export type Configuration = {
  role: string;
  runtime: string;
  handler: string;
  description: string;
  /** Seconds. */
  timeout: number;
  /** MB. */
  memory: number;
  environment: Record<string, string>;
  /** ARN of the key that encrypts the environment; null for AWS's own. */
  kmsKey: string | null;
  subnets: string[];
  groups: string[];
  layers: string[];
  codeSha256: string;
  codeSize: number;
  behaviour: Behaviour;
};

export type FunctionUrl = {
  url: string;
  authType: "AWS_IAM" | "NONE";
  createdMs: number;
  cors: Record<string, unknown> | null;
};

export type LambdaFunction = Configuration & {
  name: string;
  arn: string;
  modifiedMs: number;
  revision: string;
  tags: Map<string, string>;
  /** Statements of its policy as they are written, with that policy ready to be asked. */
  statements: Record<string, unknown>[];
  policy: CompiledPolicy | null;
  /** Reserved; 0 lets nobody invoke it. */
  concurrency: number | null;
  url: FunctionUrl | null;
  /** From version 1 on. */
  versions: (Configuration & { modifiedMs: number })[];
  aliases: Map<string, { version: string; description: string; revision: string }>;
};

export type Mapping = {
  id: string;
  source: string;
  function: string;
  enabled: boolean;
  batch: number;
  modifiedMs: number;
};

export type LambdaState = {
  functions: Map<string, LambdaFunction>;
  mappings: Map<string, Mapping>;
  uploadedCode: "not-run" | "hands-over-credentials";
};

export const startLambda = (): LambdaState => ({
  functions: new Map(),
  mappings: new Map(),
  uploadedCode: "not-run",
});

const lambdaScope = { id: "lambda", scope: "regional", start: startLambda } as const;

export const lambdaOf = (account: Account, region: string): LambdaState =>
  stateIn<LambdaState>(lambdaScope, account, region);
