import { serviceIds, type ServiceId } from "../../codec/call.ts";
import type { Credential } from "../../world/credential.ts";
import { overTheInternet } from "../../world/origin.ts";
import type { World } from "../../world/world.ts";
import type { Ctx } from "./find.ts";
import type { Configuration, LambdaFunction, LambdaState } from "./state.ts";

/** One invocation: what runs, with whose credentials, on which event. */
export type Running = {
  world: World;
  one: LambdaFunction;
  configuration: Configuration;
  state: LambdaState;
  region: string;
  credential: Credential;
  event: unknown;
  /** Handed in, since what invokes knows the services and not they it. */
  invoke: Ctx["invoke"];
};

/** `error` is set where the code would have ended with an exception. */
export type Outcome = { value: unknown; error?: true };

/** What a function's code finds in its environment. */
const environmentOf = ({ one, configuration, credential, region }: Running) => ({
  ...configuration.environment,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_LAMBDA_FUNCTION_NAME: one.name,
  AWS_EXECUTION_ENV: `AWS_Lambda_${configuration.runtime}`,
  _HANDLER: configuration.handler,
  AWS_ACCESS_KEY_ID: credential.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credential.secretAccessKey,
  AWS_SESSION_TOKEN: credential.session?.token,
});

const notRun = "Uploaded code does not run in this account.";

export function behave(running: Running): Outcome {
  const { configuration, state, event } = running;
  const { behaviour } = configuration;
  switch (behaviour.kind) {
    case "returns":
      return { value: behaviour.value };
    case "echo":
      return { value: event };
    case "environment":
      return { value: environmentOf(running) };
    case "calls":
      return called(running, behaviour);
    case "uploaded":
      return state.uploadedCode === "not-run"
        ? { value: { note: notRun } }
        : {
            value: {
              note: `${notRun} It would have found this environment, and with it the function's role.`,
              environment: environmentOf(running),
            },
          };
  }
}

type Calls = Extract<Configuration["behaviour"], { kind: "calls" }>;

/** The call is made as any other, decided by the role's policies, and written down. */
function called(running: Running, { service, operation, input }: Calls): Outcome {
  const { credential, region, event, configuration, invoke } = running;
  if (!serviceIds.includes(service as ServiceId))
    return failed("ValueError", `Unknown service: '${service}'`);
  const reply = invoke(
    {
      service: service as ServiceId,
      operation,
      input: filled(input, event) as Record<string, unknown>,
      region,
      accessKeyId: credential.accessKeyId,
      sessionToken: credential.session?.token ?? null,
      userAgent: `Boto3/1.43 exec-env/AWS_Lambda_${configuration.runtime}`,
      host: "",
    },
    // Functions outside of a VPC leave by addresses of Lambda's own.
    { ...overTheInternet, sourceIp: "203.0.113.250" },
  );
  if (reply.fault) {
    const { code, message } = reply.fault;
    return failed(
      "ClientError",
      `An error occurred (${code}) when calling the ${operation} operation: ${message}`,
    );
  }
  return { value: readable(reply.output) };
}

const failed = (errorType: string, errorMessage: string): Outcome => ({
  value: { errorMessage, errorType, requestId: "", stackTrace: [] },
  error: true,
});

/** `{ $event: "a.b" }` becomes what the event has at a.b; nothing where it has nothing. */
function filled(value: unknown, event: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, event));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]![0] === "$event") return at(event, String(entries[0]![1]));
  return Object.fromEntries(entries.map(([key, one]) => [key, filled(one, event)]));
}

const at = (event: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, part) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      event,
    );

/** Bytes as the text that a handler would make of them. */
function readable(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)]));
}
