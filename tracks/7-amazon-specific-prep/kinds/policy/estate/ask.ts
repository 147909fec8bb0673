import {
  accountOf,
  decide,
  explain,
  noPolicies,
  principalOf,
  sessionOf,
  shownTrace,
  type AuthorizationRequest,
  type CompiledPolicy,
  type Level,
  type Policies,
  type PolicyKind,
  type Principal,
  type ShownTrace,
} from "@loopwright/aws/decision";
import { AppError } from "@loopwright/core/errors";

import type { Asked } from "./asked.ts";
import { contextOf } from "./context.ts";
import type { Estate, EstateResource } from "./estate.ts";
import { fullAccess } from "./full-access.ts";
import type { Standing } from "./standing.ts";

/** Whether the estate's policies let a request through. */
export function allows(standing: Standing, asked: Asked): boolean {
  const { request, policies } = put(standing, asked);
  return decide(request, policies).allowed;
}

export function traceOf(standing: Standing, asked: Asked): ShownTrace {
  const { request, policies } = put(standing, asked);
  return shownTrace(explain(request, policies));
}

/** A request of the estate as the engine takes it. Throws `invalid-drill` where it names what is not there. */
export function put(
  { estate, placed }: Standing,
  asked: Asked,
): { request: AuthorizationRequest; policies: Policies } {
  const principal = callerOf(estate, asked.who);
  const { resource, arn } = targetOf(estate, asked.to);
  const resourceAccount = resource?.account ?? accountIn(arn) ?? accountOf(principal) ?? undefined;
  const at = (place: string | undefined, kind: PolicyKind): CompiledPolicy[] =>
    placed.flatMap((one) =>
      one.kind === kind && place !== undefined && one.at.includes(place) ? [one.compiled] : [],
    );
  const sessions = asked.session?.map((id) => placed.find((one) => one.id === id)!.compiled);
  const levels = (account: string | null | undefined, kind: "scp" | "rcp"): Level[] =>
    levelsOf(estate, account).map((name) => ({
      name,
      policies: [fullAccess[kind], ...at(name, kind)],
    }));
  return {
    request: {
      principal,
      action: asked.does,
      resource: arn,
      ...(resourceAccount !== undefined && { resourceAccount }),
      context: contextOf({ estate, asked, principal, resource, arn, resourceAccount }),
    },
    policies: {
      ...noPolicies,
      identity: at(asked.who, "identity"),
      boundary: at(asked.who, "boundary")[0] ?? null,
      session: sessions ?? null,
      resource: resourcePolicy(asked.does, (kind) => at(resource?.id, kind)[0] ?? null),
      serviceControl: levels(accountOf(principal), "scp"),
      resourceControl: levels(resourceAccount, "rcp"),
      endpoint: at(asked.through, "endpoint")[0] ?? null,
      grants: resource?.grants.map(grantOf) ?? [],
      restrictPublic:
        resource?.arn.startsWith("arn:aws:s3:") === true && resource.blockPublicAccess,
      managementAccount: estate.accounts.find(({ management }) => management)?.id ?? null,
    },
  };
}

/** A role's trust policy speaks of assuming it and a key policy of the key: of nothing else. */
function resourcePolicy(action: string, of: (kind: PolicyKind) => CompiledPolicy | null) {
  if (action.startsWith("sts:")) return of("trust");
  return action.startsWith("kms:") ? of("key") : of("resource");
}

const grantOf = ({ constraints, ...grant }: EstateResource["grants"][number]) => ({
  ...grant,
  ...(constraints && {
    constraints: {
      ...(constraints.subset && { subset: constraints.subset }),
      ...(constraints.equals && { equals: constraints.equals }),
    },
  }),
});

function callerOf({ principals }: Estate, who: string): Principal {
  const known = principals.find(({ id }) => id === who);
  const found = known
    ? known.arn.includes(":role/")
      ? sessionOf(known.arn, known.session)
      : principalOf(known.arn)
    : principalOf(who);
  return found ?? refuse(who, "is nobody of the estate");
}

/** `receipts/2026/a.pdf` is the resource `receipts` with the rest behind its ARN. */
function targetOf({ resources }: Estate, to: string) {
  if (to === "*") return { resource: null, arn: to };
  if (to.startsWith("arn:")) {
    const within = resources.find(({ arn }) => to === arn || to.startsWith(`${arn}/`));
    return { resource: within ?? null, arn: to };
  }
  const [id = "", ...rest] = to.split("/");
  const resource = resources.find((one) => one.id === id) ?? refuse(to, "is no resource");
  return { resource, arn: [resource.arn, ...rest].join("/") };
}

function accountIn(arn: string): string | null {
  const account = arn.split(":")[4] ?? "";
  return /^\d{12}$/.test(account) ? account : null;
}

/** From the root down, the account itself as the last. */
function levelsOf({ accounts }: Estate, id: string | null | undefined): string[] {
  const account = accounts.find((one) => one.id === id);
  return account?.levels ? [...account.levels, account.name] : [];
}

function refuse(where: string, what: string): never {
  throw new AppError("invalid-drill", {
    message: `“${where}” ${what}.`,
    next: "Name something that stands in the estate of brief.yaml.",
    where,
  });
}
