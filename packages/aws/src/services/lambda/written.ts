import { Refusal } from "../../world/refusal.ts";
import { lookUp } from "../ec2/kinds.ts";
import { ec2Of } from "../ec2/state.ts";
import { functionAt, type Ctx } from "./find.ts";
import type { Configuration, LambdaFunction } from "./state.ts";

type Shown = { version: string; configuration: Configuration & { modifiedMs: number } };

/** The version that a qualifier means: $LATEST, a number, or what an alias points at. */
export function shownVersion(one: LambdaFunction, qualifier: string | null): Shown {
  const version = one.aliases.get(qualifier ?? "")?.version ?? qualifier ?? "$LATEST";
  return { version, configuration: one.versions[Number(version) - 1] ?? one };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export function writtenFunction(
  context: Ctx,
  one: LambdaFunction,
  { version, configuration }: Shown,
): Record<string, unknown> {
  const { modifiedMs, kmsKey, layers } = configuration;
  return {
    FunctionName: one.name,
    FunctionArn: version === "$LATEST" ? one.arn : `${one.arn}:${version}`,
    Runtime: configuration.runtime,
    Role: configuration.role,
    Handler: configuration.handler,
    CodeSize: configuration.codeSize,
    Description: configuration.description,
    Timeout: configuration.timeout,
    MemorySize: configuration.memory,
    LastModified: new Date(modifiedMs).toISOString().replace("Z", "+0000"),
    CodeSha256: configuration.codeSha256,
    Version: version,
    VpcConfig: vpcOf(context, one, configuration),
    Environment: environmentOf(context, one, configuration),
    KMSKeyArn: kmsKey ?? undefined,
    TracingConfig: { Mode: "PassThrough" },
    RevisionId: one.revision,
    Layers: layers.length > 0 ? layers.map((Arn) => ({ Arn, CodeSize: 0 })) : undefined,
    State: "Active",
    LastUpdateStatus: "Successful",
    PackageType: "Zip",
    Architectures: ["x86_64"],
    EphemeralStorage: { Size: 512 },
  };
}

function vpcOf(context: Ctx, one: LambdaFunction, { subnets, groups }: Configuration) {
  if (subnets.length === 0) return undefined;
  const at = functionAt(context.world, one.arn);
  const ec2 = at && ec2Of(at.account, at.region);
  const VpcId = ec2 ? lookUp(ec2, "subnet", subnets[0]!)?.vpc : undefined;
  return { SubnetIds: subnets, SecurityGroupIds: groups, VpcId };
}

/**
 * With a key of the customer's only who may decrypt with it reads the variables; with AWS's own whoever may ask.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
function environmentOf(context: Ctx, one: LambdaFunction, { environment, kmsKey }: Configuration) {
  if (Object.keys(environment).length === 0) return undefined;
  if (kmsKey === null) return { Variables: environment };
  try {
    context.authorise(keyNeed(context, { action: "kms:Decrypt", key: kmsKey, arn: one.arn }));
    return { Variables: environment };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const Message = `Lambda was unable to decrypt your environment variables because the KMS access was denied. Please check your KMS permissions. KMS Exception: AccessDeniedException KMS Message: ${error.fault.message}`;
    return { Error: { ErrorCode: "AccessDeniedException", Message } };
  }
}

type KeyUse = { action: string; key: string; arn: string };

export const keyNeed = ({ region }: Pick<Ctx, "region">, { action, key, arn }: KeyUse) => ({
  action,
  resource: key,
  context: {
    "kms:ViaService": `lambda.${region}.amazonaws.com`,
    "kms:EncryptionContext:aws:lambda:FunctionArn": arn,
    "kms:EncryptionContextKeys": ["aws:lambda:FunctionArn"],
  },
});
