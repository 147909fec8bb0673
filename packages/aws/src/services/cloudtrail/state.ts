export type Trail = {
  name: string;
  arn: string;
  homeRegion: string;
  bucket: string;
  prefix: string | null;
  multiRegion: boolean;
  organisation: boolean;
  globalEvents: boolean;
  validation: boolean;
  kmsKey: string | null;
  logging: boolean;
  startedMs: number | null;
  stoppedMs: number | null;
  selectors: unknown[];
  advancedSelectors: unknown[];
};

export type CloudTrailState = { trails: Map<string, Trail> };
export const startCloudTrail = (): CloudTrailState => ({ trails: new Map() });
