import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { CloudTrailState, Trail } from "./state.ts";

type Ctx = Context<CloudTrailState>;

const arnFor = ({ account, region }: Ctx, name: string): string =>
  name.startsWith("arn:") ? name : `arn:aws:cloudtrail:${region}:${account.id}:trail/${name}`;
/** Most operations call it Name; those on selectors call it TrailName. */
const nameIn = ({ input }: Ctx): string => input.optional("TrailName") ?? input.text("Name");
const own = (context: Ctx) => [{ resource: arnFor(context, nameIn(context)) }];

function trailIn(context: Ctx): Trail {
  const name = nameIn(context);
  const found = [...context.state.trails.values()].find(
    (trail) => trail.name === name || trail.arn === name,
  );
  if (found) return found;
  const message = `Unknown trail: ${name} for the user: ${context.account.id}`;
  throw refusal("TrailNotFoundException", message);
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html */
export const trailOperations = defineOperations<CloudTrailState>()({
  CreateTrail: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const { state, input, region } = context;
      const name = input.text("Name");
      if (state.trails.has(name)) {
        const message = `Trail ${name} already exists for customer: ${context.account.id}`;
        throw refusal("TrailAlreadyExistsException", message);
      }
      const trail: Trail = {
        name,
        arn: arnFor(context, name),
        homeRegion: region,
        bucket: input.text("S3BucketName"),
        prefix: null,
        multiRegion: false,
        organisation: input.flag("IsOrganizationTrail") ?? false,
        globalEvents: true,
        validation: false,
        kmsKey: null,
        logging: false,
        startedMs: null,
        stoppedMs: null,
        selectors: [allManagement],
        advancedSelectors: [],
      };
      update(trail, context);
      state.trails.set(name, trail);
      return written(trail);
    },
  },
  UpdateTrail: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const trail = trailIn(context);
      update(trail, context);
      return written(trail);
    },
  },
  DeleteTrail: {
    readOnly: false,
    needs: own,
    run: (context) => {
      context.state.trails.delete(trailIn(context).name);
    },
  },
  DescribeTrails: {
    readOnly: true,
    run: ({ state, input }) => {
      const wanted = input.texts("trailNameList");
      const all = [...state.trails.values()].filter(
        ({ name, arn }) => wanted.length === 0 || wanted.includes(name) || wanted.includes(arn),
      );
      return { trailList: all.map(described) };
    },
  },
  GetTrail: {
    readOnly: true,
    needs: own,
    run: (context) => ({ Trail: described(trailIn(context)) }),
  },
  ListTrails: {
    readOnly: true,
    run: ({ state }) => ({
      Trails: [...state.trails.values()].map(({ arn, name, homeRegion }) => ({
        TrailARN: arn,
        Name: name,
        HomeRegion: homeRegion,
      })),
    }),
  },
  GetTrailStatus: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const { logging, startedMs, stoppedMs } = trailIn(context);
      return {
        IsLogging: logging,
        StartLoggingTime: startedMs ?? undefined,
        StopLoggingTime: stoppedMs ?? undefined,
      };
    },
  },
  StartLogging: {
    readOnly: false,
    needs: own,
    run: (context) => {
      Object.assign(trailIn(context), { logging: true, startedMs: context.world.nowMs });
    },
  },
  StopLogging: {
    readOnly: false,
    needs: own,
    run: (context) => {
      Object.assign(trailIn(context), { logging: false, stoppedMs: context.world.nowMs });
    },
  },
  GetEventSelectors: {
    readOnly: true,
    needs: own,
    run: (context) => selectorsOf(trailIn(context)),
  },
  PutEventSelectors: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const trail = trailIn(context);
      const { raw } = context.input;
      trail.selectors = (raw["EventSelectors"] as unknown[] | undefined) ?? [];
      trail.advancedSelectors = (raw["AdvancedEventSelectors"] as unknown[] | undefined) ?? [];
      return selectorsOf(trail);
    },
  },
});

export const allManagement = {
  ReadWriteType: "All",
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
};

function update(trail: Trail, { input }: Ctx): void {
  trail.bucket = input.optional("S3BucketName") ?? trail.bucket;
  trail.prefix = input.optional("S3KeyPrefix") ?? trail.prefix;
  trail.multiRegion = input.flag("IsMultiRegionTrail") ?? trail.multiRegion;
  trail.globalEvents = input.flag("IncludeGlobalServiceEvents") ?? trail.globalEvents;
  trail.validation = input.flag("EnableLogFileValidation") ?? trail.validation;
  trail.kmsKey = input.optional("KmsKeyId") ?? trail.kmsKey;
}

const written = (trail: Trail) => ({
  Name: trail.name,
  S3BucketName: trail.bucket,
  S3KeyPrefix: trail.prefix ?? undefined,
  IncludeGlobalServiceEvents: trail.globalEvents,
  IsMultiRegionTrail: trail.multiRegion,
  TrailARN: trail.arn,
  LogFileValidationEnabled: trail.validation,
  KmsKeyId: trail.kmsKey ?? undefined,
  IsOrganizationTrail: trail.organisation,
});

const described = (trail: Trail) => ({
  ...written(trail),
  HomeRegion: trail.homeRegion,
  HasCustomEventSelectors: trail.selectors.length > 1 || trail.advancedSelectors.length > 0,
});

const selectorsOf = (trail: Trail) => ({
  TrailARN: trail.arn,
  EventSelectors: trail.selectors.length > 0 ? trail.selectors : undefined,
  AdvancedEventSelectors: trail.advancedSelectors.length > 0 ? trail.advancedSelectors : undefined,
});
