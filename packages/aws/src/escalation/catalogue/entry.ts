/** The four groups in which escalation paths are commonly catalogued. */
export type PathGroup =
  | "self-escalation"
  | "principal-access"
  | "new-passrole"
  | "existing-passrole";

/** What runs, and carries a role. */
export type ResourceType =
  | "lambda-function"
  | "ec2-instance"
  | "launch-template"
  | "codebuild-project"
  | "glue-job"
  | "glue-endpoint"
  | "cloudformation-stack"
  | "cloudformation-stack-set"
  | "sagemaker-notebook"
  | "apprunner-service"
  | "ecs-cluster"
  | "ecs-container-instance"
  | "code-interpreter";

/**
 * One call. `on` is a resource or several, each of which has to be allowed: "*", the name of something bound
 * (self, role, user, group, policy, thing, second, target), or an ARN with {account}, {region} and further names in
 * braces. What is not bound is chosen by the caller, since it is new or any will do.
 */
export type Call = {
  action: string;
  on: string | readonly string[];
  /** Condition keys that the call brings, with values as in `on`. */
  with?: Readonly<Record<string, string>>;
  /** Who calls, where it is not the one who escalates: the role that was passed. */
  as?: "role";
  /** As it stands after an earlier call let the caller in. */
  trusts?: "self";
};

export type Entry = {
  /** As at pathfinding.cloud, from which the sets of permissions are taken. */
  id: string;
  group: PathGroup;
  /** What has to be found before the calls can be tried. */
  binds: Bindings;
  calls: readonly Call[];
  /** Whose permissions are gained in the end, and what was added to them. */
  gives: { as: "self" | "role" | "user" | "target"; plus: Addition | null };
  /** What only the account itself knows, in words. */
  notes?: readonly string[];
  /** Where AWS documents actions, resources and condition keys. */
  docs: readonly string[];
};

/**
 * What a call adds: a policy that allows everything; a managed policy; the policies of a group; everything, in place
 * of what a managed policy said.
 */
export type Addition = "everything" | "attached" | "group" | "version";

export type Bindings = {
  /** Where only a user or only a role can do it. */
  self?: "user" | "role";
  /** Another user of the account. */
  user?: true;
  /** Another role of the account; with the service that it has to let in, by its trust policy. */
  role?: { lets: string | null; profile?: true };
  /** A second role to pass along. */
  second?: { lets: string };
  /** A role, of any account, that `role` may assume. */
  target?: true;
  /** A group that the caller is in, or one that it is not in. */
  group?: "own" | "other";
  /** A managed policy of the account that is attached to whom. */
  policy?: "self" | "role" | "user";
  /** What runs already. `carries`: it has the role that is gained; otherwise any will do. */
  thing?: { type: ResourceType; carries: boolean };
};

const reference = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";
/** The page of the Service Authorization Reference that lists a service's actions, resources and keys. */
export const page = (service: string): string => `${reference}${service}.html`;

export const iamPage = page("awsidentityandaccessmanagementiam");
export const stsPage = page("awssecuritytokenservice");

/** The role is handed to a service. `made`: the ARN of what will carry it. */
export const pass = (service: string, made: string, role: "role" | "second" = "role"): Call => ({
  action: "iam:PassRole",
  on: role,
  with: { "iam:PassedToService": service, "iam:AssociatedResourceArn": made },
});
