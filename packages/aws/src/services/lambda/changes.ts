import { createHash } from "node:crypto";

import { assumable } from "../../compute/role-session.ts";
import type { Need } from "../../world/define.ts";
import { uuid } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { arnOf, functionIn, namedIn, resourceOf, type Ctx } from "./find.ts";
import { operations } from "./operations.ts";
import { atRevision, changed } from "./policy.ts";
import { tagKeys } from "./reads.ts";
import type { Configuration, LambdaFunction } from "./state.ts";
import { keyNeed, shownVersion, writtenFunction } from "./written.ts";

const zipBytesMax = 10_000_000;
const variablesBytesMax = 4096;
// Of functions in a region, and of versions of each: AWS counts bytes of code instead.
const functionsMax = 1000;
const versionsMax = 200;

const full = () => refusal("CodeStorageExceededException", "Code storage limit exceeded.");

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const taken: ReadonlySet<string> = new Set([
  "_HANDLER",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
]);

/** Handing a role to Lambda: https://docs.aws.amazon.com/lambda/latest/dg/permissions-user-function.html */
function passing({ input }: Ctx, arn: string): Need[] {
  const role = input.optional("Role");
  if (role === null) return [];
  const context = {
    "iam:PassedToService": "lambda.amazonaws.com",
    "iam:AssociatedResourceArn": arn,
  };
  return [{ action: "iam:PassRole", resource: role, context }];
}

/** Who gives a function a key of their own needs that key as well. */
function sealing(context: Ctx, arn: string): Need[] {
  const key = context.input.optional("KMSKeyArn");
  if (key === null || key === "") return [];
  return ["kms:CreateGrant", "kms:Encrypt"].map((action) => keyNeed(context, { action, key, arn }));
}

/** lambda:VpcIds is left out: what a subnet belongs to is asked elsewhere. */
function settingKeys({ input }: Ctx): Record<string, string | string[]> {
  const vpc = input.inside("VpcConfig");
  const keys: [string, string[]][] = [
    ["lambda:Layer", input.texts("Layers")],
    ["lambda:SubnetIds", vpc.texts("SubnetIds")],
    ["lambda:SecurityGroupIds", vpc.texts("SecurityGroupIds")],
  ];
  return Object.fromEntries(keys.filter(([, values]) => values.length > 0));
}

function roleIn({ world, input, account }: Ctx, arn: string): string {
  const role = input.text("Role");
  const context = { "aws:SourceArn": arn, "aws:SourceAccount": account.id };
  if (assumable(world, { role, service: "lambda.amazonaws.com", context })) return role;
  const message = "The role defined for the function cannot be assumed by Lambda.";
  throw refusal("InvalidParameterValueException", message);
}

/** Of code nothing is kept but its size and hash: it does not run here. */
function codeIn(code: Ctx["input"]): Pick<Configuration, "codeSha256" | "codeSize" | "behaviour"> {
  const zip = code.bytes("ZipFile");
  if (zip && zip.length > zipBytesMax)
    throw refusal(
      "RequestTooLargeException",
      "Request must be smaller than 10000000 bytes for this operation",
      413,
    );
  if (zip && !(zip[0] === 0x50 && zip[1] === 0x4b))
    throw refusal(
      "InvalidParameterValueException",
      "Could not unzip uploaded file. Please check your file, then try to upload again.",
    );
  const place = [code.optional("S3Bucket"), code.optional("S3Key"), code.optional("ImageUri")];
  if (!zip && place.every((one) => one === null))
    throw refusal("InvalidParameterValueException", "Please provide a source for function code.");
  const codeSha256 = createHash("sha256")
    .update(zip ?? place.join("/"))
    .digest("base64");
  return { codeSha256, codeSize: zip?.length ?? 1024, behaviour: { kind: "uploaded" } };
}

/** What of a configuration the input names. */
function settingsIn({ input }: Ctx): Partial<Configuration> {
  const environment = input.has("Environment")
    ? input.inside("Environment").map("Variables")
    : null;
  if (environment && JSON.stringify(environment).length > variablesBytesMax) {
    const message =
      "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.";
    throw refusal("InvalidParameterValueException", message);
  }
  const reserved = Object.keys(environment ?? {}).filter((name) => taken.has(name));
  if (reserved.length > 0) {
    const message = `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(", ")}`;
    throw refusal("InvalidParameterValueException", message);
  }
  const vpc = input.has("VpcConfig") ? input.inside("VpcConfig") : null;
  const kmsKey = input.optional("KMSKeyArn");
  const settings: Partial<Record<keyof Configuration, unknown>> = {
    runtime: input.optional("Runtime"),
    handler: input.optional("Handler"),
    description: input.optional("Description"),
    timeout: input.number("Timeout"),
    memory: input.number("MemorySize"),
    environment,
    layers: input.has("Layers") ? input.texts("Layers") : null,
    subnets: vpc && vpc.texts("SubnetIds"),
    groups: vpc && vpc.texts("SecurityGroupIds"),
  };
  const given = Object.entries(settings).filter(([, value]) => value !== null);
  const key = kmsKey === null ? {} : { kmsKey: kmsKey === "" ? null : kmsKey };
  return { ...(Object.fromEntries(given) as Partial<Configuration>), ...key };
}

function create(context: Ctx): Record<string, unknown> {
  const { state, world, account, region, input } = context;
  const { name } = namedIn(context);
  const arn = arnOf({ account: account.id, region, name });
  if (state.functions.has(name))
    throw refusal("ResourceConflictException", `Function already exist: ${name}`, 409);
  if (state.functions.size >= functionsMax) throw full();
  const one: LambdaFunction = {
    ...plain,
    ...settingsIn(context),
    ...codeIn(input.inside("Code")),
    role: roleIn(context, arn),
    name,
    arn,
    modifiedMs: world.nowMs,
    revision: uuid(world),
    tags: new Map(Object.entries(input.map("Tags"))),
    statements: [],
    policy: null,
    concurrency: null,
    url: null,
    versions: [],
    aliases: new Map(),
  };
  state.functions.set(name, one);
  if (input.flag("Publish") === true) publish(one);
  return writtenFunction(context, one, shownVersion(one, null));
}

/** What a function has that was told nothing. */
export const plain: Omit<Configuration, "role" | "codeSha256" | "codeSize" | "behaviour"> = {
  runtime: "python3.13",
  handler: "app.handler",
  description: "",
  timeout: 3,
  memory: 128,
  environment: {},
  kmsKey: null,
  subnets: [],
  groups: [],
  layers: [],
};

/** A version is the function as it is now, for good. Answers its number. */
export function publish(one: LambdaFunction): string {
  if (one.versions.length >= versionsMax) throw full();
  one.versions.push(structuredClone(configurationOf(one)));
  return String(one.versions.length);
}

const configurationOf = ({
  tags: _t,
  statements: _s,
  policy: _p,
  url: _u,
  versions: _v,
  aliases: _a,
  ...own
}: LambdaFunction) => own;

const onFunction = (context: Ctx) => [{ resource: resourceOf(context) }];

export const changeOperations = operations({
  CreateFunction: {
    readOnly: false,
    eventName: "CreateFunction20150331",
    needs: (context) => {
      const arn = arnOf(namedIn(context));
      const keys = { ...settingKeys(context), ...tagKeys(context.input.map("Tags")) };
      return [{ resource: arn, context: keys }, ...passing(context, arn), ...sealing(context, arn)];
    },
    run: create,
  },
  UpdateFunctionCode: {
    readOnly: false,
    eventName: "UpdateFunctionCode20150331v2",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      atRevision(context, one);
      const code = codeIn(context.input);
      if (context.input.flag("DryRun") !== true) {
        Object.assign(one, code);
        changed(context, one);
        if (context.input.flag("Publish") === true) publish(one);
      }
      return writtenFunction(context, one, shownVersion(one, null));
    },
  },
  UpdateFunctionConfiguration: {
    readOnly: false,
    eventName: "UpdateFunctionConfiguration20150331v2",
    needs: (context) => {
      const arn = arnOf(namedIn(context));
      return [
        { resource: resourceOf(context), context: settingKeys(context) },
        ...passing(context, arn),
        ...sealing(context, arn),
      ];
    },
    run: (context) => {
      const one = functionIn(context);
      atRevision(context, one);
      const role = context.input.has("Role") ? { role: roleIn(context, one.arn) } : {};
      Object.assign(one, settingsIn(context), role);
      changed(context, one);
      return writtenFunction(context, one, shownVersion(one, null));
    },
  },
  DeleteFunction: {
    readOnly: false,
    eventName: "DeleteFunction20150331",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      const { qualifier } = namedIn(context);
      if (qualifier !== null && qualifier !== "$LATEST")
        throw refusal("InvalidParameterValueException", "Single versions are not deleted here.");
      context.state.functions.delete(one.name);
      return { StatusCode: 204 };
    },
  },
  PublishVersion: {
    readOnly: false,
    eventName: "PublishVersion20150331",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      return writtenFunction(context, one, shownVersion(one, publish(one)));
    },
  },
});
