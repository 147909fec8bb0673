import { Input } from "../../world/input.ts";
import { pageOf } from "../../world/pages.ts";
import { functionIn, namedIn, resourceOf, type Ctx } from "./find.ts";
import { operations } from "./operations.ts";
import type { LambdaFunction } from "./state.ts";
import { shownVersion, writtenFunction } from "./written.ts";

const onFunction = (context: Ctx) => [{ resource: resourceOf(context) }];
const byName = (a: LambdaFunction, b: LambdaFunction): number => (a.name < b.name ? -1 : 1);
const listed = { token: "Marker", max: "MaxItems", size: 50 };

function configurationIn(context: Ctx): Record<string, unknown> {
  const one = functionIn(context);
  return writtenFunction(context, one, shownVersion(one, namedIn(context).qualifier));
}

export const readOperations = operations({
  ListFunctions: {
    readOnly: true,
    eventName: "ListFunctions20150331",
    run: (context) => {
      const all = [...context.state.functions.values()].toSorted(byName);
      const { page, next } = pageOf(all, context.input, listed);
      const Functions = page.map((one) => writtenFunction(context, one, shownVersion(one, null)));
      return { Functions, NextMarker: next };
    },
  },
  GetFunction: {
    readOnly: true,
    eventName: "GetFunction20150331v2",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      const { codeSha256 } = one;
      return {
        Configuration: configurationIn(context),
        Code: {
          RepositoryType: "S3",
          // Presigned for ten minutes in AWS; here it names the package and leads nowhere.
          Location: `https://awslambda-${context.region}-tasks.s3.${context.region}.amazonaws.com/snapshots/${one.arn.split(":")[4]}/${one.name}-${encodeURIComponent(codeSha256)}`,
        },
        Tags: one.tags.size > 0 ? Object.fromEntries(one.tags) : undefined,
        Concurrency:
          one.concurrency === null ? undefined : { ReservedConcurrentExecutions: one.concurrency },
      };
    },
  },
  GetFunctionConfiguration: {
    readOnly: true,
    eventName: "GetFunctionConfiguration20150331v2",
    needs: onFunction,
    run: configurationIn,
  },
  ListVersionsByFunction: {
    readOnly: true,
    eventName: "ListVersionsByFunction20150331",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      const all = ["$LATEST", ...one.versions.map((_, index) => String(index + 1))];
      const { page, next } = pageOf(all, context.input, listed);
      const Versions = page.map((version) =>
        writtenFunction(context, one, shownVersion(one, version)),
      );
      return { Versions, NextMarker: next };
    },
  },
  GetAccountSettings: {
    readOnly: true,
    eventName: "GetAccountSettings20160819",
    run: ({ state }) => ({
      AccountLimit: {
        TotalCodeSize: 80_530_636_800,
        CodeSizeUnzipped: 262_144_000,
        CodeSizeZipped: 52_428_800,
        ConcurrentExecutions: 1000,
        UnreservedConcurrentExecutions: 1000,
      },
      AccountUsage: {
        TotalCodeSize: [...state.functions.values()].reduce((sum, one) => sum + one.codeSize, 0),
        FunctionCount: state.functions.size,
      },
    }),
  },
  ListTags: {
    readOnly: true,
    eventName: "ListTags20170331",
    needs: ({ input }) => [{ resource: input.text("Resource") }],
    run: (context) => ({ Tags: Object.fromEntries(taggedIn(context).tags) }),
  },
  TagResource: {
    readOnly: false,
    eventName: "TagResource20170331v2",
    needs: ({ input }) => [
      { resource: input.text("Resource"), context: tagKeys(input.map("Tags")) },
    ],
    run: (context) => {
      const { tags } = taggedIn(context);
      for (const [key, value] of Object.entries(context.input.map("Tags"))) tags.set(key, value);
    },
  },
  UntagResource: {
    readOnly: false,
    eventName: "UntagResource20170331v2",
    needs: ({ input }) => [
      { resource: input.text("Resource"), context: { "aws:TagKeys": input.texts("TagKeys") } },
    ],
    run: (context) => {
      const { tags } = taggedIn(context);
      for (const key of context.input.texts("TagKeys")) tags.delete(key);
    },
  },
});

const taggedIn = (context: Ctx): LambdaFunction =>
  functionIn({ ...context, input: new Input({ FunctionName: context.input.text("Resource") }) });

/** Condition keys of a request that sets tags, which Lambda takes as a map. */
export function tagKeys(tags: Readonly<Record<string, string>>): Record<string, string | string[]> {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  const values = keys.map((key) => [`aws:RequestTag/${key}`, tags[key]!] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": keys };
}
