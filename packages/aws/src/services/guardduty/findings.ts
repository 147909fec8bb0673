import { defineOperations, type Context } from "../../world/define.ts";
import { hexId, iso } from "../../world/ids.ts";
import type { Input } from "../../world/input.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import type { Finding, GuardDutyState } from "./state.ts";
import { withKey } from "./whose-key.ts";

type Ctx = Context<GuardDutyState>;
const bad = (message: string) =>
  refusal("BadRequestException", `The request is rejected because ${message}.`);

const own = ({ account, region, input }: Ctx) => [
  { resource: `arn:aws:guardduty:${region}:${account.id}:detector/${input.text("DetectorId")}` },
];

function detectorIn({ state, input }: Ctx) {
  if (state.detector?.id === input.text("DetectorId")) return state.detector;
  throw bad("the input detectorId is not owned by the current account");
}

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Operations.html */
export const findingOperations = defineOperations<GuardDutyState>()({
  CreateDetector: {
    readOnly: false,
    run: ({ world, state, input }) => {
      if (state.detector) throw bad("a detector already exists for the current account");
      const enabled = input.flag("Enable") ?? false;
      state.detector = { id: hexId(world, 32), createdMs: world.nowMs, enabled };
      return { DetectorId: state.detector.id };
    },
  },
  ListDetectors: {
    readOnly: true,
    run: ({ state }) => ({ DetectorIds: state.detector ? [state.detector.id] : [] }),
  },
  GetDetector: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const { createdMs, enabled } = detectorIn(context);
      return {
        CreatedAt: iso(createdMs),
        UpdatedAt: iso(createdMs),
        FindingPublishingFrequency: "SIX_HOURS",
        ServiceRole: `arn:aws:iam::${context.account.id}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
        Status: enabled ? "ENABLED" : "DISABLED",
      };
    },
  },
  UpdateDetector: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const detector = detectorIn(context);
      detector.enabled = context.input.flag("Enable") ?? detector.enabled;
    },
  },
  ListFindings: {
    readOnly: true,
    needs: own,
    run: (context) => {
      detectorIn(context);
      const { state, input } = context;
      const fits = testOf(input.inside("FindingCriteria").inside("Criterion"));
      const ids = sorted(state.findings.filter(fits), input).map(({ written }) => written.Id);
      const { page, next } = pageOf(ids, input, {
        token: "NextToken",
        max: "MaxResults",
        size: 50,
        refuse: () => bad("an invalid or out-of-range value is specified as an input parameter"),
      });
      return { FindingIds: page, NextToken: next ?? "" };
    },
  },
  GetFindings: {
    readOnly: true,
    needs: own,
    run: (context) => {
      detectorIn(context);
      const { world, state, input } = context;
      const wanted = new Set(input.texts("FindingIds"));
      const found = sorted(state.findings, input).filter(({ written }) => wanted.has(written.Id));
      return {
        Findings: found.map(({ written, archived }) => ({
          ...written,
          Resource: withKey(written.Resource, world),
          Service: { ...written.Service, Archived: archived },
        })),
      };
    },
  },
  ArchiveFindings: {
    readOnly: false,
    needs: own,
    run: (context) => {
      detectorIn(context);
      const wanted = new Set(context.input.texts("FindingIds"));
      for (const finding of context.state.findings)
        if (wanted.has(finding.written.Id)) finding.archived = true;
    },
  },
  GetFindingsStatistics: {
    readOnly: true,
    needs: own,
    run: (context) => {
      detectorIn(context);
      const counts = new Map<string, number>();
      for (const { severity } of context.state.findings.filter(({ archived }) => !archived))
        counts.set(String(severity), (counts.get(String(severity)) ?? 0) + 1);
      return { FindingStatistics: { CountBySeverity: Object.fromEntries(counts) } };
    },
  },
});

/** The newest first where nothing else is asked for. */
function sorted(findings: readonly Finding[], input: Input): Finding[] {
  const sort = input.inside("SortCriteria");
  const valueOf = ({ severity, updatedMs }: Finding) =>
    sort.optional("AttributeName") === "severity" ? severity : updatedMs;
  const up = sort.optional("OrderBy") === "ASC" ? 1 : -1;
  return findings.toSorted((a, b) => up * (valueOf(a) - valueOf(b)));
}

/** Type, severity and whether it is archived can be asked for. */
function testOf(criterion: Input): (finding: Finding) => boolean {
  const names = Object.keys(criterion.raw);
  const unknown = names.find(
    (name) => !["type", "severity", "service.archived", "id"].includes(name),
  );
  if (unknown !== undefined) throw bad(`findings cannot be asked for by ${unknown} here`);
  return (finding) => names.every((name) => holds(criterion.inside(name), valueIn(finding, name)));
}

function valueIn({ type, severity, archived, written }: Finding, name: string): string | number {
  if (name === "severity") return severity;
  if (name === "type") return type;
  return name === "id" ? written.Id : String(archived);
}

function holds(condition: Input, value: string | number): boolean {
  const equals = [...condition.texts("Eq"), ...condition.texts("Equals")];
  const not = [...condition.texts("Neq"), ...condition.texts("NotEquals")];
  const least = condition.number("Gte") ?? condition.number("GreaterThanOrEqual");
  const most = condition.number("Lte") ?? condition.number("LessThanOrEqual");
  return (
    (equals.length === 0 || equals.includes(String(value))) &&
    !not.includes(String(value)) &&
    (least === null || Number(value) >= least) &&
    (most === null || Number(value) <= most)
  );
}
