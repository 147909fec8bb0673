/** Who asks. ARNs are those of IAM and STS. */
export type Principal =
  | { type: "user"; arn: string; account: string }
  /** A session of a role. `arn` is the session's, `role` the role's, whose path the session's does not have. */
  | { type: "role-session"; arn: string; role: string; account: string; serviceLinked: boolean }
  /** From GetFederationToken. `user`: the user (or root user) that asked for it. */
  | { type: "federated-user"; arn: string; user: string; account: string }
  | { type: "root"; arn: string; account: string }
  /** Such as cloudtrail.amazonaws.com. */
  | { type: "service"; name: string }
  /** Somebody with a token of an identity provider, who asks for a role. */
  | { type: "federated"; provider: string }
  | { type: "anonymous" };

/** As what a policy names somebody: how closely decides what may still limit the grant. */
export type NamedAs =
  | "session"
  | "user"
  | "role"
  | "federating-user"
  | "account"
  | "everyone"
  | "service"
  | "provider";

const arnOf =
  /^arn:(aws[\w-]*):(iam|sts)::(\d{12}):(root|user|role|assumed-role|federated-user)(?:\/(.+))?$/;

/**
 * Reads an ARN, an account's number, a service's name or “anonymous”. A role's own ARN is taken for one of its
 * sessions. Null for anything else.
 */
export function principalOf(text: string): Principal | null {
  if (text === "anonymous") return { type: "anonymous" };
  if (/^\d{12}$/.test(text)) return root(text);
  // Cognito hands out identities, as other providers do; it is no service that acts here.
  if (text === "cognito-identity.amazonaws.com") return provider(text);
  if (/^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return { type: "service", name: text };
  const found = arnOf.exec(text);
  if (!found) return /^[\w.-]+\.[a-z]+$|:(saml|oidc)-provider\//.test(text) ? provider(text) : null;
  const [, partition, , account = "", kind, name = ""] = found;
  if (kind === "root") return name === "" ? root(account, partition) : null;
  if (name === "") return null;
  if (kind === "user") return { type: "user", arn: text, account };
  if (kind === "role") return sessionOf(text, "session");
  if (kind === "federated-user") return { type: "federated-user", arn: text, user: "", account };
  const [role, session] = name.split("/");
  if (!role || !session) return null;
  return sessionOf(`arn:${partition}:iam::${account}:role/${role}`, session);
}

const root = (account: string, partition = "aws"): Principal => {
  return { type: "root", arn: `arn:${partition}:iam::${account}:root`, account };
};

const provider = (text: string): Principal => ({ type: "federated", provider: text });

/** A session of a role, by the role's ARN with its path. */
export function sessionOf(role: string, session: string): Principal {
  const [, partition = "aws", , , account = "", path = ""] = role.split(":");
  const name = path.split("/").at(-1)!;
  const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`;
  const serviceLinked = path.startsWith("role/aws-service-role/");
  return { type: "role-session", arn, role, account, serviceLinked };
}

export const accountOf = (principal: Principal): string | null =>
  "account" in principal ? principal.account : null;

/** Every way in which a policy's Principal may name somebody, the closest first. */
export function namesOf(principal: Principal): { type: string; value: string; as: NamedAs }[] {
  const aws = (value: string, as: NamedAs) => ({ type: "AWS", value, as });
  const everyone = aws("*", "everyone");
  switch (principal.type) {
    case "anonymous":
      return [everyone];
    case "service":
      return [{ type: "Service", value: principal.name, as: "service" }, everyone];
    case "federated":
      return [{ type: "Federated", value: principal.provider, as: "provider" }, everyone];
    case "root":
      return [...account(principal.account), everyone];
    case "user":
      return [aws(principal.arn, "user"), everyone, ...account(principal.account)];
    case "federated-user":
      return [
        aws(principal.arn, "session"),
        everyone,
        aws(principal.user, "federating-user"),
        ...account(principal.account),
      ];
    case "role-session":
      return [
        aws(principal.arn, "session"),
        everyone,
        aws(principal.role, "role"),
        ...account(principal.account),
      ];
  }
}

const account = (id: string) => [
  { type: "AWS", value: `arn:aws:iam::${id}:root`, as: "account" as const },
  { type: "AWS", value: id, as: "account" as const },
];
