import type { Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { tagContext } from "../iam/tags.ts";
import { tag } from "./declare-network.ts";
import { kindOf, lookUp, missing, arnOf, type Kind } from "./kinds.ts";
import { needOn } from "./keys.ts";
import { ec2Operations, type Ctx } from "./operations.ts";

const tagsMax = 50;

/** The tags that a request sets on a kind of thing that it creates. */
export function specified({ input }: Ctx, kind: Kind): Record<string, string> {
  const own = input
    .list("TagSpecifications")
    .filter((one) => one.optional("ResourceType") === kind);
  const tags = Object.assign({}, ...own.map((one) => one.tags())) as Record<string, string>;
  checked(Object.keys(tags));
  return tags;
}

export const tagNew = (context: Ctx, kind: Kind, id: string): void =>
  tag(context.state, id, specified(context, kind));

/**
 * Creating something: the action on it, with the tags that it is to have, and ec2:CreateTags where there are any.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
 */
export function needsToCreate(
  context: Ctx,
  kind: Kind,
  keys: Readonly<Record<string, string | string[]>> = {},
): Need[] {
  const tags = tagContext(specified(context, kind));
  const resource = arnOf(context, kind, "*");
  const tagging = {
    action: "ec2:CreateTags",
    resource,
    context: { ...tags, "ec2:CreateAction": context.call.operation },
  };
  const create = { resource, context: { ...keys, ...tags } };
  return Object.keys(tags).length === 0 ? [create] : [create, tagging];
}

function checked(keys: readonly string[]): void {
  const reserved = keys.find((key) => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) {
    const message = `Value ( ${reserved} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`;
    throw refusal("InvalidParameterValue", message);
  }
}

const resources = (context: Ctx): { kind: Kind; id: string }[] =>
  context.input.texts("Resources").map((id) => {
    const kind = kindOf(id);
    if (kind) return { kind, id };
    throw refusal("InvalidID", `The ID '${id}' is not valid`);
  });

const needs = (context: Ctx): Need[] =>
  resources(context).map(({ kind, id }) =>
    needOn(context, [kind, id], { context: tagContext(context.input.tags()) }),
  );

function existing(context: Ctx): string[] {
  for (const { kind, id } of resources(context))
    if (!lookUp(context.state, kind, id)) throw missing(kind, id);
  return context.input.texts("Resources");
}

export const tagOperations = ec2Operations({
  CreateTags: {
    readOnly: false,
    needs,
    run: (context) => {
      const { state, input } = context;
      const tags = input.tags();
      checked(Object.keys(tags));
      for (const id of existing(context)) {
        const all = new Set([...(state.tags.get(id)?.keys() ?? []), ...Object.keys(tags)]);
        if (all.size > tagsMax)
          throw refusal(
            "TagLimitExceeded",
            `The maximum number of Tags for a resource has been reached.`,
          );
        tag(state, id, tags);
      }
    },
  },
  DeleteTags: {
    readOnly: false,
    needs,
    run: (context) => {
      const { state, input } = context;
      for (const id of existing(context)) {
        const own = state.tags.get(id);
        if (!input.has("Tags")) own?.clear();
        // A value that is given has to be the one that is there.
        for (const one of input.list("Tags")) {
          const value = one.optional("Value");
          const key = one.text("Key");
          if (value === null || own?.get(key) === value) own?.delete(key);
        }
      }
    },
  },
});
