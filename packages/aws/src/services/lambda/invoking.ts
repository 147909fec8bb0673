import { credentialsFor } from "../../compute/credentials.ts";
import { refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";
import { behave, type Outcome } from "./behaviour.ts";
import { functionAt, functionIn, namedIn, resourceOf, type Ctx } from "./find.ts";
import { operations } from "./operations.ts";
import type { LambdaFunction } from "./state.ts";
import { shownVersion } from "./written.ts";

const payloadBytesMax = 6_291_456;
// A function may invoke a function; AWS stops loops of its own kind after about sixteen.
const depthMax = 16;
const depths = new WeakMap<World, number>();

type Asked = { event: unknown; qualifier: string | null; invoke: Ctx["invoke"] };
type Run = { outcome: Outcome; version: string };

/** Runs a function on an event, as whoever may. Refuses where its role cannot be had. */
export function runFunction(
  world: World,
  one: LambdaFunction,
  { event, qualifier, invoke }: Asked,
): Run {
  const at = functionAt(world, one.arn)!;
  if (one.concurrency === 0) throw refusal("TooManyRequestsException", "Rate Exceeded.", 429);
  const credential = credentialsFor(world, { function: one.arn });
  if (!credential) {
    const message = "The role defined for the function cannot be assumed by Lambda.";
    throw refusal("AccessDeniedException", message, 403);
  }
  const depth = depths.get(world) ?? 0;
  if (depth >= depthMax)
    throw refusal(
      "RecursiveInvocationException",
      "Lambda detected your function being invoked in a recursive loop.",
    );
  const { version, configuration } = shownVersion(one, qualifier);
  depths.set(world, depth + 1);
  try {
    const { state, region } = at;
    return {
      outcome: behave({ world, one, configuration, state, region, credential, event, invoke }),
      version,
    };
  } finally {
    depths.set(world, depth);
  }
}

function eventIn({ input }: Ctx): unknown {
  const payload = input.bytes("Payload");
  if (!payload || payload.length === 0) return {};
  if (payload.length > payloadBytesMax)
    throw refusal(
      "RequestTooLargeException",
      "Request must be smaller than 6291456 bytes for the InvokeFunction operation",
      413,
    );
  try {
    return JSON.parse(Buffer.from(payload).toString()) as unknown;
  } catch {
    throw refusal("InvalidRequestContentException", "Could not parse request body into json.");
  }
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const invokeOperations = operations({
  Invoke: {
    readOnly: false,
    event: "data",
    needs: (context) => [{ action: "lambda:InvokeFunction", resource: resourceOf(context) }],
    run: (context) => {
      const one = functionIn(context);
      const event = eventIn(context);
      const type = context.input.optional("InvocationType") ?? "RequestResponse";
      if (type === "DryRun") return { StatusCode: 204 };
      const { qualifier } = namedIn(context);
      const { outcome, version } = runFunction(context.world, one, {
        event,
        qualifier,
        invoke: context.invoke,
      });
      if (type === "Event") return { StatusCode: 202 };
      return {
        StatusCode: 200,
        ExecutedVersion: version,
        FunctionError: outcome.error ? "Unhandled" : undefined,
        Payload: new Uint8Array(Buffer.from(JSON.stringify(outcome.value ?? null))),
      };
    },
  },
});
