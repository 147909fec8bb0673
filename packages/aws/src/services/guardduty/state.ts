export type Finding = {
  archived: boolean;
  type: string;
  severity: number;
  updatedMs: number;
  /** As GetFindings writes it. */
  written: {
    Id: string;
    Resource: Record<string, unknown>;
    Service: Record<string, unknown>;
  } & Record<string, unknown>;
};

export type GuardDutyState = {
  /** Null where GuardDuty was not switched on in the region. */
  detector: { id: string; createdMs: number; enabled: boolean } | null;
  findings: Finding[];
};
