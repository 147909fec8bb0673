import { secretText, uuid } from "../../world/ids.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import { arnOf, functionIn, namedIn, resourceOf, type Ctx } from "./find.ts";
import { operations } from "./operations.ts";
import type { FunctionUrl, LambdaFunction, Mapping } from "./state.ts";

const onFunction = (context: Ctx) => [{ resource: resourceOf(context) }];
const noSuch = () =>
  refusal("ResourceNotFoundException", "The resource you requested does not exist.", 404);

const writtenUrl = ({ url, authType, createdMs, cors }: FunctionUrl, { arn }: LambdaFunction) => ({
  FunctionUrl: url,
  FunctionArn: arn,
  AuthType: authType,
  Cors: cors ?? undefined,
  CreationTime: new Date(createdMs).toISOString(),
  LastModifiedTime: new Date(createdMs).toISOString(),
  InvokeMode: "BUFFERED",
});

/** How its callers are to be known is a condition key of whoever opens it. */
function urlNeeds(context: Ctx) {
  const given = context.input.optional("AuthType");
  const keys: Record<string, string> = {};
  if (given !== null) keys["lambda:FunctionUrlAuthType"] = given;
  return [{ resource: resourceOf(context), context: keys }];
}

function authTypeIn({ input }: Ctx): FunctionUrl["authType"] {
  const given = input.text("AuthType");
  if (given === "NONE" || given === "AWS_IAM") return given;
  throw refusal(
    "ValidationException",
    `Value '${given}' at 'authType' failed to satisfy constraint`,
  );
}

function urlIn(context: Ctx): { one: LambdaFunction; url: FunctionUrl } {
  const one = functionIn(context);
  if (one.url) return { one, url: one.url };
  throw noSuch();
}

export function newUrl(
  { world, region }: Pick<Ctx, "world" | "region">,
  authType: FunctionUrl["authType"],
): FunctionUrl {
  const host = secretText(world, 32).toLowerCase();
  const url = `https://${host}.lambda-url.${region}.on.aws/`;
  return { url, authType, createdMs: world.nowMs, cors: null };
}

export const urlOperations = operations({
  CreateFunctionUrlConfig: {
    readOnly: false,
    needs: urlNeeds,
    run: (context) => {
      const one = functionIn(context);
      if (one.url)
        throw refusal(
          "ResourceConflictException",
          "Failed to create function url config: it exists already.",
          409,
        );
      const cors = context.input.has("Cors") ? { ...context.input.inside("Cors").raw } : null;
      one.url = { ...newUrl(context, authTypeIn(context)), cors };
      // Of a URL that was made this moment no change is told.
      const { LastModifiedTime: _, ...written } = writtenUrl(one.url, one);
      return written;
    },
  },
  GetFunctionUrlConfig: {
    readOnly: true,
    needs: onFunction,
    run: (context) => {
      const { one, url } = urlIn(context);
      return writtenUrl(url, one);
    },
  },
  UpdateFunctionUrlConfig: {
    readOnly: false,
    needs: urlNeeds,
    run: (context) => {
      const { one, url } = urlIn(context);
      if (context.input.has("AuthType")) url.authType = authTypeIn(context);
      if (context.input.has("Cors")) url.cors = { ...context.input.inside("Cors").raw };
      return writtenUrl(url, one);
    },
  },
  DeleteFunctionUrlConfig: {
    readOnly: false,
    needs: onFunction,
    run: (context) => void (urlIn(context).one.url = null),
  },
  ListFunctionUrlConfigs: {
    readOnly: true,
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      return { FunctionUrlConfigs: one.url ? [writtenUrl(one.url, one)] : [] };
    },
  },
});

const mappingsMax = 1000;

const writtenMapping = (one: Mapping, arn: string) => ({
  UUID: one.id,
  EventSourceMappingArn: arn,
  EventSourceArn: one.source,
  FunctionArn: one.function,
  BatchSize: one.batch,
  State: one.enabled ? "Enabled" : "Disabled",
  StateTransitionReason: "USER_INITIATED",
  LastModified: one.modifiedMs,
});

const mappingArn = ({ account, region }: Ctx, id: string): string =>
  `arn:aws:lambda:${region}:${account.id}:event-source-mapping:${id}`;

function mappingIn({ state, input }: Ctx): Mapping {
  const found = state.mappings.get(input.text("UUID"));
  if (found) return found;
  throw noSuch();
}

const onMapping = (context: Ctx) => {
  const id = context.input.text("UUID");
  const target = context.state.mappings.get(id)?.function;
  const keys: Record<string, string> = {};
  if (target !== undefined) keys["lambda:FunctionArn"] = target;
  return [{ resource: mappingArn(context, id), context: keys }];
};

/** What a queue, stream or table sends to a function: whoever makes one has code run with the function's role. */
export const mappingOperations = operations({
  CreateEventSourceMapping: {
    readOnly: false,
    eventName: "CreateEventSourceMapping20150331",
    needs: (context) => [
      { resource: "*", context: { "lambda:FunctionArn": arnOf(namedIn(context)) } },
    ],
    run: (context) => {
      const { state, world, input } = context;
      const one = functionIn(context);
      const id = uuid(world);
      const mapping: Mapping = {
        id,
        source: input.optional("EventSourceArn") ?? "",
        function: one.arn,
        enabled: input.flag("Enabled") ?? true,
        batch: input.number("BatchSize") ?? 10,
        modifiedMs: world.nowMs,
      };
      const same = ({ source, function: target }: Mapping) =>
        source === mapping.source && target === mapping.function;
      if ([...state.mappings.values()].some(same)) {
        const message = `The event source arn ("${mapping.source}") and function ("${one.name}") provided mapping already exists.`;
        throw refusal("ResourceConflictException", message, 409);
      }
      if (state.mappings.size >= mappingsMax)
        throw refusal("ServiceQuotaExceededException", "There are too many mappings.", 402);
      state.mappings.set(id, mapping);
      return { ...writtenMapping(mapping, mappingArn(context, id)), State: "Creating" };
    },
  },
  GetEventSourceMapping: {
    readOnly: true,
    eventName: "GetEventSourceMapping20150331",
    needs: onMapping,
    run: (context) => {
      const one = mappingIn(context);
      return writtenMapping(one, mappingArn(context, one.id));
    },
  },
  UpdateEventSourceMapping: {
    readOnly: false,
    eventName: "UpdateEventSourceMapping20150331",
    needs: onMapping,
    run: (context) => {
      const one = mappingIn(context);
      if (context.input.has("FunctionName")) one.function = functionIn(context).arn;
      one.enabled = context.input.flag("Enabled") ?? one.enabled;
      one.batch = context.input.number("BatchSize") ?? one.batch;
      one.modifiedMs = context.world.nowMs;
      return { ...writtenMapping(one, mappingArn(context, one.id)), State: "Updating" };
    },
  },
  DeleteEventSourceMapping: {
    readOnly: false,
    eventName: "DeleteEventSourceMapping20150331",
    needs: onMapping,
    run: (context) => {
      const one = mappingIn(context);
      context.state.mappings.delete(one.id);
      return { ...writtenMapping(one, mappingArn(context, one.id)), State: "Deleting" };
    },
  },
  ListEventSourceMappings: {
    readOnly: true,
    eventName: "ListEventSourceMappings20150331",
    run: (context) => {
      const { state, input } = context;
      const target = input.has("FunctionName") ? arnOf(namedIn(context)) : null;
      const source = input.optional("EventSourceArn");
      const all = [...state.mappings.values()]
        .filter((one) => target === null || one.function === target)
        .filter((one) => source === null || one.source === source);
      const { page, next } = pageOf(all, input, { token: "Marker", max: "MaxItems", size: 100 });
      const EventSourceMappings = page.map((one) =>
        writtenMapping(one, mappingArn(context, one.id)),
      );
      return { EventSourceMappings, NextMarker: next };
    },
  },
});

export const concurrencyOperations = operations({
  PutFunctionConcurrency: {
    readOnly: false,
    eventName: "PutFunctionConcurrency20171031",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      one.concurrency = context.input.number("ReservedConcurrentExecutions") ?? 0;
      return { ReservedConcurrentExecutions: one.concurrency };
    },
  },
  GetFunctionConcurrency: {
    readOnly: true,
    needs: onFunction,
    run: (context) => {
      const { concurrency } = functionIn(context);
      return concurrency === null ? {} : { ReservedConcurrentExecutions: concurrency };
    },
  },
  DeleteFunctionConcurrency: {
    readOnly: false,
    eventName: "DeleteFunctionConcurrency20171031",
    needs: onFunction,
    run: (context) => void (functionIn(context).concurrency = null),
  },
});
