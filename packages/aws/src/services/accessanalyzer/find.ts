import type { Context } from "../../world/define.ts";
import { Refusal, refusal } from "../../world/refusal.ts";
import type { Analyzer, AnalyzerState, ArchiveRule, Finding } from "./state.ts";

export type Ctx = Context<AnalyzerState>;

export const invalid = (message: string) => refusal("ValidationException", message);

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ResourceNotFoundException.html */
export const missing = (resourceType: string, resourceId: string) =>
  new Refusal({
    code: "ResourceNotFoundException",
    message: `The ${resourceType} ${resourceId} does not exist.`,
    status: 404,
    members: { resourceId, resourceType },
  });

/** Somebody has that name already. */
export const taken = (resourceType: string, resourceId: string) =>
  new Refusal({
    code: "ConflictException",
    message: `The ${resourceType} ${resourceId} already exists.`,
    status: 409,
    members: { resourceId, resourceType },
  });

export const analyzerArn = ({ region, account }: Pick<Ctx, "region" | "account">, name: string) =>
  `arn:aws:access-analyzer:${region}:${account.id}:analyzer/${name}`;

/** The permission on an analyser that is told by its name. */
export const byName = (context: Ctx) => [
  { resource: analyzerArn(context, context.input.text("analyzerName")) },
];

export const onRule = (context: Ctx) => {
  const { input } = context;
  const analyzer = analyzerArn(context, input.text("analyzerName"));
  return [{ resource: `${analyzer}/archive-rule/${input.text("ruleName")}` }];
};

/** By its ARN; `action` where one permission serves two operations. */
export const byArn =
  (action?: string) =>
  ({ input }: Ctx) => [
    {
      resource: input.text("analyzerArn"),
      ...(action === undefined ? {} : { action: `access-analyzer:${action}` }),
    },
  ];

export function named({ state, input }: Ctx): Analyzer {
  const name = input.text("analyzerName");
  const found = state.analyzers.get(name);
  if (found) return found;
  throw missing("ANALYZER", name);
}

/** An analyser belongs to its account and Region, and is asked there. */
export function atArn({ state, input }: Ctx): Analyzer {
  const arn = input.text("analyzerArn");
  const found = [...state.analyzers.values()].find((one) => one.arn === arn);
  if (found) return found;
  throw missing("ANALYZER", arn);
}

export function ruleOf(analyzer: Analyzer, { input }: Ctx): ArchiveRule {
  const name = input.text("ruleName");
  const found = analyzer.rules.get(name);
  if (found) return found;
  throw missing("ARCHIVE_RULE", name);
}

export function findingOf(analyzer: Analyzer, id: string): Finding {
  const found = analyzer.findings.get(id);
  if (found) return found;
  throw missing("FINDING", id);
}
