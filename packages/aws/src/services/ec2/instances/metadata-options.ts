import { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required } from "../operations.ts";
import type { Ec2State, MetadataOptions } from "../state.ts";
import { writtenMetadata } from "./written.ts";

/**
 * What a launch says counts before the account's defaults. Where neither does, Amazon Linux 2023 asks for tokens, with
 * a hop limit of 2: its images carry ImdsSupport v2.0.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html#instance-metadata-options-order-of-precedence
 */
export const metadataFor = (
  { settings }: Ec2State,
  given: Partial<MetadataOptions>,
  requires = true,
): MetadataOptions => ({
  tokens: given.tokens ?? settings.metadata.tokens ?? (requires ? "required" : "optional"),
  hopLimit: given.hopLimit ?? settings.metadata.hopLimit ?? (requires ? 2 : 1),
  endpoint: given.endpoint ?? settings.metadata.endpoint ?? "enabled",
  tags: given.tags ?? settings.metadata.tags ?? "disabled",
});

/** Of RunInstances' MetadataOptions and of the operations that change them. */
export function metadataIn(input: Input): Partial<MetadataOptions> {
  const hopLimit = input.number("HttpPutResponseHopLimit");
  if (hopLimit !== null && (hopLimit < 1 || hopLimit > 64)) {
    const message = `Value (${hopLimit}) for parameter HttpPutResponseHopLimit is invalid. It is between 1 and 64.`;
    throw refusal("InvalidParameterValue", message);
  }
  const tokens = oneOf(input, "HttpTokens", ["optional", "required"]);
  const endpoint = oneOf(input, "HttpEndpoint", ["enabled", "disabled"]);
  const tags = oneOf(input, "InstanceMetadataTags", ["enabled", "disabled"]);
  return {
    ...(tokens ? { tokens } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(tags ? { tags } : {}),
    ...(hopLimit === null ? {} : { hopLimit }),
  };
}

function oneOf<const T extends string>(input: Input, name: string, values: readonly T[]): T | null {
  const given = input.optional(name);
  if (given === null) return null;
  const known = values.find((one) => one === given);
  if (known !== undefined) return known;
  throw refusal("InvalidParameterValue", `Value (${given}) for parameter ${name} is invalid.`);
}

const asked = ["HttpTokens", "HttpPutResponseHopLimit", "HttpEndpoint", "InstanceMetadataTags"];

/** ec2:Attribute/HttpTokens and its like: what the request would set. */
export function attributeKeys(input: Input, names: readonly string[]) {
  const given = names.filter((name) => input.has(name));
  if (given.length === 0) return {};
  const values = given.map((name) => [`ec2:Attribute/${name}`, String(input.raw[name])] as const);
  return { "ec2:Attribute": given, ...Object.fromEntries(values) };
}

export const metadataOperations = ec2Operations({
  ModifyInstanceMetadataOptions: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["instance", required(context, "InstanceId")], {
        context: attributeKeys(context.input, asked),
      }),
    ],
    run: (context) => {
      const one = found(context.state, "instance", required(context, "InstanceId"));
      one.metadata = { ...one.metadata, ...metadataIn(context.input) };
      return {
        InstanceId: one.id,
        // It takes effect at once; what is read back says pending, as AWS answers.
        InstanceMetadataOptions: { ...writtenMetadata(one.metadata), State: "pending" },
      };
    },
  },
  GetInstanceMetadataDefaults: {
    readOnly: true,
    run: ({ state }) => {
      const { tokens, hopLimit, endpoint, tags } = state.settings.metadata;
      return {
        AccountLevel: {
          HttpTokens: tokens,
          HttpPutResponseHopLimit: hopLimit,
          HttpEndpoint: endpoint,
          InstanceMetadataTags: tags,
          ManagedBy: "account",
        },
      };
    },
  },
  ModifyInstanceMetadataDefaults: {
    readOnly: false,
    needs: ({ input }) => [{ resource: "*", context: attributeKeys(input, asked) }],
    run: ({ state, input }) => {
      const metadata: Partial<MetadataOptions> = { ...state.settings.metadata };
      // no-preference takes a default away, and so does a hop limit of -1.
      for (const [name, key] of preferences) {
        if (input.optional(name) === "no-preference" || input.number(name) === -1)
          delete metadata[key];
      }
      const raw = Object.entries(input.raw).filter(
        ([, value]) => value !== "no-preference" && value !== -1,
      );
      Object.assign(metadata, metadataIn(new Input(Object.fromEntries(raw))));
      state.settings.metadata = metadata;
      return { Return: true };
    },
  },
});

const preferences = [
  ["HttpTokens", "tokens"],
  ["HttpEndpoint", "endpoint"],
  ["InstanceMetadataTags", "tags"],
  ["HttpPutResponseHopLimit", "hopLimit"],
] as const;
