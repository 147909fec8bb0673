import { defineOperations } from "../../world/define.ts";
import { pageOf } from "../../world/pages.ts";
import { badToken } from "./analyzers.ts";
import { filterIn, fits } from "./filter.ts";
import { atArn, byArn, findingOf, invalid, missing, type Ctx } from "./find.ts";
import { refresh } from "./refresh.ts";
import { resourcesOf, type Resource } from "./resources.ts";
import { resourceTypes, type Analyzer, type AnalyzerState, type Finding } from "./state.ts";

const names = { token: "nextToken", max: "maxResults", size: 100, refuse: badToken };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html */
export const findingOperations = defineOperations<AnalyzerState>()({
  ListFindings: {
    readOnly: true,
    needs: byArn(),
    run: (context) => {
      const { page, next } = pageOf(listed(context), context.input, names);
      return { findings: page.map(whole), nextToken: next };
    },
  },
  ListFindingsV2: {
    readOnly: true,
    needs: byArn("ListFindings"),
    run: (context) => {
      const { page, next } = pageOf(listed(context), context.input, names);
      return { findings: page.map(summary), nextToken: next };
    },
  },
  GetFinding: {
    readOnly: true,
    needs: byArn(),
    run: (context) => ({ finding: whole(found(context)) }),
  },
  GetFindingV2: {
    readOnly: true,
    needs: byArn("GetFinding"),
    run: (context) => {
      const finding = found(context);
      const details = [{ externalAccessDetails: detailsOf(finding) }];
      return { ...summary(finding), findingDetails: details };
    },
  },
  UpdateFindings: {
    readOnly: false,
    needs: byArn(),
    run: (context) => {
      const { world, input } = context;
      const analyzer = fresh(context);
      const status = input.text("status") === "ARCHIVED" ? "ARCHIVED" : "ACTIVE";
      for (const finding of meant(analyzer, context)) {
        // What is resolved is resolved: there is nothing to archive.
        if (finding.status === "RESOLVED" || finding.status === status) continue;
        finding.status = status;
        finding.updatedMs = world.nowMs;
      }
    },
  },
  StartResourceScan: {
    readOnly: false,
    needs: byArn(),
    run: (context) => {
      resourceIn(context, atArn(context));
      fresh(context);
    },
  },
  ListAnalyzedResources: {
    readOnly: true,
    needs: byArn(),
    run: (context) => {
      const type = context.input.optional("resourceType");
      const all = resourcesOf(context.world, atArn(context)).filter(
        (one) => type === null || one.type === type,
      );
      const { page, next } = pageOf(all, context.input, names);
      return { analyzedResources: page.map(resourceWritten), nextToken: next };
    },
  },
  GetAnalyzedResource: {
    readOnly: true,
    needs: byArn(),
    run: (context) => {
      const analyzer = fresh(context);
      const resource = resourceIn(context, analyzer);
      return { resource: analyzed(context, resource, analyzer) };
    },
  },
});

function fresh(context: Ctx): Analyzer {
  const analyzer = atArn(context);
  refresh(context.world, analyzer);
  return analyzer;
}

const found = (context: Ctx): Finding => findingOf(fresh(context), context.input.text("id"));

/** Some by their ids, or all of a resource. */
function meant(analyzer: Analyzer, { input }: Ctx): Finding[] {
  const ids = input.texts("ids");
  if (ids.length > 0) return ids.map((id) => findingOf(analyzer, id));
  const arn = input.optional("resourceArn");
  if (arn === null) throw invalid("Either ids or resourceArn is needed.");
  return [...analyzer.findings.values()].filter(({ resource }) => resource === arn);
}

function resourceIn({ world, input }: Ctx, analyzer: Analyzer): Resource {
  const arn = input.text("resourceArn");
  const one = resourcesOf(world, analyzer).find((resource) => resource.arn === arn);
  if (one) return one;
  throw missing("RESOURCE", arn);
}

function analyzed({ world }: Ctx, resource: Resource, { findings }: Analyzer) {
  const its = [...findings.values()].filter((one) => one.resource === resource.arn);
  const open = its.filter(({ status }) => status !== "RESOLVED");
  const [first] = [...open, ...its];
  return {
    ...resourceWritten(resource),
    createdAt: first?.createdMs ?? world.nowMs,
    analyzedAt: world.nowMs,
    updatedAt: first?.updatedMs ?? world.nowMs,
    isPublic: open.some((one) => one.isPublic),
    actions: [...new Set(open.flatMap(({ actions }) => actions))].toSorted(),
    ...(first ? { status: first.status } : {}),
    ...(first?.error ? { error: first.error } : {}),
  };
}

const resourceWritten = ({ arn, owner, type }: Resource) => ({
  resourceArn: arn,
  resourceOwnerAccount: owner,
  resourceType: type,
});

const sortable: Readonly<Record<string, (one: Finding) => string | number>> = {
  resource: ({ resource }) => resource,
  resourceType: ({ resourceType }) => resourceTypes.indexOf(resourceType),
  resourceOwnerAccount: ({ owner }) => owner,
  status: ({ status }) => status,
  createdAt: ({ createdMs }) => createdMs,
  analyzedAt: ({ analyzedMs }) => analyzedMs,
  updatedAt: ({ updatedMs }) => updatedMs,
};

/** Those that a filter leaves, by resource where no order is asked for. */
function listed(context: Ctx): Finding[] {
  const { input } = context;
  const filter = filterIn(input.inside("filter"), false);
  const sort = input.inside("sort");
  const name = sort.optional("attributeName") ?? "resource";
  if (!Object.hasOwn(sortable, name)) throw invalid(`Findings cannot be sorted by ${name}.`);
  const valueOf = sortable[name]!;
  const down = sort.optional("orderBy") === "DESC" ? -1 : 1;
  return [...fresh(context).findings.values()]
    .filter((finding) => fits(finding, filter))
    .toSorted((a, b) => down * compare(valueOf(a), valueOf(b)));
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

const summary = (finding: Finding) => ({
  ...common(finding),
  findingType: "ExternalAccess",
});

const whole = (finding: Finding) => ({ ...common(finding), ...detailsOf(finding) });

function common({ id, resource, resourceType, owner, status, error, ...at }: Finding) {
  return {
    id,
    resource,
    resourceType,
    resourceOwnerAccount: owner,
    status,
    createdAt: at.createdMs,
    analyzedAt: at.analyzedMs,
    updatedAt: at.updatedMs,
    ...(error === null ? {} : { error }),
  };
}

/** Sources are told of buckets alone. */
function detailsOf({ principal, condition, actions, isPublic, rcp, resourceType, error }: Finding) {
  if (error !== null) return { condition };
  return {
    principal,
    condition,
    action: actions,
    isPublic,
    resourceControlPolicyRestriction: rcp,
    ...(resourceType === "AWS::S3::Bucket" ? { sources: [{ type: "POLICY" }] } : {}),
  };
}
