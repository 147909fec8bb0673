import { page, pass, type Call, type Entry } from "./entry.ts";
import { lets, newPassRole } from "./new-passrole.ts";

const glue = "glue.amazonaws.com";
const inGlue = (rest: string) => `arn:{partition}:glue:{region}:{account}:${rest}`;
const job = inGlue("job/{job}");
const endpoint = inGlue("devEndpoint/{endpoint}");
// The reference has listed these with and without a resource: both have to be allowed.
const createJob: Call = { action: "glue:CreateJob", on: ["*", job] };
const createTrigger: Call = {
  action: "glue:CreateTrigger",
  on: ["*", inGlue("trigger/{trigger}")],
};

const newJob = (id: string, start: Call): Entry =>
  newPassRole({
    id,
    binds: lets(glue),
    calls: [pass(glue, job), createJob, start],
    docs: [page("awsglue")],
  });

const changedJob = (id: string, start: Call): Entry =>
  newPassRole({
    id,
    binds: { ...lets(glue), thing: { type: "glue-job", carries: false } },
    calls: [pass(glue, "thing"), { action: "glue:UpdateJob", on: "thing" }, start],
    docs: [page("awsglue")],
  });

const sageMaker = "sagemaker.amazonaws.com";
const inSageMaker = (rest: string) => `arn:{partition}:sagemaker:{region}:{account}:${rest}`;
const started = (given: { id: string; action: string; made: string; note?: string }): Entry =>
  newPassRole({
    id: given.id,
    binds: lets(sageMaker),
    calls: [
      pass(sageMaker, inSageMaker(given.made)),
      { action: `sagemaker:${given.action}`, on: inSageMaker(given.made) },
    ],
    docs: [page("amazonsagemaker")],
    ...(given.note !== undefined && { notes: [given.note] }),
  });

/** Jobs, endpoints and notebooks that are started with a role. */
export const newPassRoleData: readonly Entry[] = [
  newPassRole({
    id: "glue-001",
    binds: lets(glue),
    calls: [pass(glue, endpoint), { action: "glue:CreateDevEndpoint", on: ["*", endpoint] }],
    docs: [page("awsglue")],
  }),
  newJob("glue-003", { action: "glue:StartJobRun", on: job }),
  newJob("glue-004", createTrigger),
  changedJob("glue-005", { action: "glue:StartJobRun", on: "thing" }),
  changedJob("glue-006", createTrigger),
  started({
    id: "sagemaker-001",
    action: "CreateNotebookInstance",
    made: "notebook-instance/{notebook}",
    note: "the notebook is opened by a presigned URL, or a lifecycle configuration of the account runs in it",
  }),
  started({
    id: "sagemaker-002",
    action: "CreateTrainingJob",
    made: "training-job/{job}",
  }),
  started({
    id: "sagemaker-003",
    action: "CreateProcessingJob",
    made: "processing-job/{job}",
  }),
];
