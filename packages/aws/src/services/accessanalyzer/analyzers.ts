import { defineOperations } from "../../world/define.ts";
import { Refusal } from "../../world/refusal.ts";
import { pageOf } from "../../world/pages.ts";
import { filterIn } from "./filter.ts";
import { analyzerArn, byName, invalid, named, taken, type Ctx } from "./find.ts";
import { notHere } from "./not-here.ts";
import { refresh } from "./refresh.ts";
import type { Analyzer, AnalyzerState, ArchiveRule } from "./state.ts";

/** Analysers for each account or organisation in a Region. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html */
const most = { ACCOUNT: 1, ORGANIZATION: 5 } as const;

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html */
export const analyzerOperations = defineOperations<AnalyzerState>()({
  CreateAnalyzer: {
    readOnly: false,
    needs: (context) => {
      const tags = Object.entries(context.input.map("tags"));
      const keys = tags.map(([key]) => key);
      const own = Object.fromEntries(tags.map(([key, value]) => [`aws:RequestTag/${key}`, value]));
      return [
        {
          resource: analyzerArn(context, context.input.text("analyzerName")),
          context: { ...own, ...(keys.length > 0 ? { "aws:TagKeys": keys } : {}) },
        },
      ];
    },
    run: (context) => {
      const { world, state, input } = context;
      const name = input.text("analyzerName");
      const type = typeIn(context);
      if (state.analyzers.has(name)) throw taken("ANALYZER", name);
      const alike = [...state.analyzers.values()].filter((one) => one.type === type);
      if (alike.length >= most[type]) throw quotaFull(type, name);
      const made: Analyzer = {
        name,
        arn: analyzerArn(context, name),
        type,
        createdMs: world.nowMs,
        tags: new Map(Object.entries(input.map("tags"))),
        rules: new Map(),
        findings: new Map(),
      };
      for (const rule of input.list("archiveRules")) {
        const at = world.nowMs;
        const filter = filterIn(rule.inside("filter"), true);
        const one: ArchiveRule = {
          name: rule.text("ruleName"),
          filter,
          createdMs: at,
          updatedMs: at,
        };
        made.rules.set(one.name, one);
      }
      state.analyzers.set(name, made);
      refresh(world, made);
      return { arn: made.arn };
    },
  },
  ListAnalyzers: {
    readOnly: true,
    run: ({ state, input }) => {
      const type = input.optional("type");
      const all = [...state.analyzers.values()].filter((one) => type === null || one.type === type);
      const { page, next } = pageOf(all, input, {
        token: "nextToken",
        max: "maxResults",
        size: 50,
        refuse: badToken,
      });
      return { analyzers: page.map(written), nextToken: next };
    },
  },
  GetAnalyzer: {
    readOnly: true,
    needs: byName,
    run: (context) => ({ analyzer: written(named(context)) }),
  },
  DeleteAnalyzer: {
    readOnly: false,
    needs: byName,
    run: (context) => {
      context.state.analyzers.delete(named(context).name);
    },
  },
});

export const badToken = () => invalid("The token is not one that was handed out.");

/** Unused and internal access are other analyses, which this world does not make. */
function typeIn({ world, account, input }: Ctx): Analyzer["type"] {
  const type = input.text("type");
  if (type === "ACCOUNT") return type;
  if (type !== "ORGANIZATION") throw notHere(`An analyzer of type ${type}`);
  if (world.organisation?.managementAccount === account.id) return type;
  throw invalid(
    "Only the management account or a delegated administrator of an organization can create an analyzer of type ORGANIZATION.",
  );
}

const quotaFull = (type: string, resourceId: string) =>
  new Refusal({
    code: "ServiceQuotaExceededException",
    message: `There are as many analyzers of type ${type} as an account can have in a Region.`,
    status: 402,
    members: { resourceId, resourceType: "ANALYZER" },
  });

function written({ arn, name, type, createdMs, tags }: Analyzer) {
  return {
    arn,
    name,
    type,
    createdAt: createdMs,
    tags: Object.fromEntries(tags),
    status: "ACTIVE",
  };
}
