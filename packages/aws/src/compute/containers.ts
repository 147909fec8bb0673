import { iso, uuid } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import { credentialsFor, type Runs } from "./credentials.ts";
import type { MetadataReply, MetadataRequest } from "./metadata.ts";

/** A container with a role, and where it asks for its credentials. */
export type Container = Extract<Runs, { task: string }> & {
  /** Of ECS: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, such as /v2/credentials/…; it is a secret. */
  relativeUri?: string;
  /** Of EKS Pod Identity: what stands in the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names. */
  authorizationToken?: string;
};

/** A new container's secret path, or its token. */
export const containerSecrets = (world: World) => ({
  relativeUri: `/v2/credentials/${uuid(world)}`,
  authorizationToken: `eyJhbGciOiJSUzI1NiJ9.${uuid(world).replaceAll("-", "")}`,
});

/**
 * 169.254.170.2 of ECS, where who knows the path gets the credentials, and 169.254.170.23 of EKS Pod Identity, where a
 * token has to be shown besides. ECS asks for no header: a request forged from inside the task is enough.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 */
export function containerCredentials(
  world: World,
  container: Container,
  { method, path, headers = {} }: MetadataRequest,
): MetadataReply {
  const pod = container.service === "pods.eks";
  const [asked = ""] = path.split("?");
  if (method.toUpperCase() !== "GET") return refused(405, "MethodNotAllowed");
  if (asked !== (pod ? "/v1/credentials" : container.relativeUri)) return refused(404, "NotFound");
  const shown = Object.entries(headers).find(
    ([name]) => name.toLowerCase() === "authorization",
  )?.[1];
  if (pod && (shown === undefined || shown !== container.authorizationToken))
    return refused(401, "AccessDeniedException");
  const credential = credentialsFor(world, container);
  if (!credential) return refused(pod ? 400 : 500, "CredentialsUnavailable");
  const { accessKeyId, secretAccessKey, session } = credential;
  const body = {
    RoleArn: container.role,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    Token: session?.token,
    Expiration: iso(session?.expiresMs ?? 0),
  };
  return { status: 200, body: JSON.stringify(body) };
}

const refused = (status: number, code: string) => ({ status, body: JSON.stringify({ code }) });
