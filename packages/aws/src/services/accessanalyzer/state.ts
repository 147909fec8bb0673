/** Types of AWS's that this world has resources of. */
export const resourceTypes = [
  "AWS::S3::Bucket",
  "AWS::IAM::Role",
  "AWS::KMS::Key",
  "AWS::SecretsManager::Secret",
  "AWS::Lambda::Function",
] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** Somebody outside of the zone of trust, and what they could do with a resource. */
export type External = {
  resource: string;
  resourceType: ResourceType;
  owner: string;
  /** Of one member: AWS or Federated. Empty where the analyser could not look. */
  principal: Readonly<Record<string, string>>;
  /** Conditions of the statement by their keys; several values are joined with commas. */
  condition: Readonly<Record<string, string>>;
  actions: readonly string[];
  isPublic: boolean;
  /** Whether a resource control policy speaks of such resources. It is taken into account. */
  rcp: "APPLIED" | "NOT_APPLICABLE";
  error: "ACCESS_DENIED" | null;
};

export type Finding = External & {
  id: string;
  status: "ACTIVE" | "ARCHIVED" | "RESOLVED";
  createdMs: number;
  analyzedMs: number;
  updatedMs: number;
};

/** One criterion of a filter; all that are given have to hold. */
export type Criterion = {
  eq?: readonly string[];
  neq?: readonly string[];
  contains?: readonly string[];
  exists?: boolean;
};
export type Filter = Readonly<Record<string, Criterion>>;

export type ArchiveRule = { name: string; filter: Filter; createdMs: number; updatedMs: number };

export type Analyzer = {
  name: string;
  arn: string;
  type: "ACCOUNT" | "ORGANIZATION";
  createdMs: number;
  tags: Map<string, string>;
  rules: Map<string, ArchiveRule>;
  /** By id; those that are resolved stay for 90 days. */
  findings: Map<string, Finding>;
};

export type AnalyzerState = { analyzers: Map<string, Analyzer> };

export const startAnalyzers = (): AnalyzerState => ({ analyzers: new Map() });
