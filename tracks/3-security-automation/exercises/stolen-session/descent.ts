import { arnOfRole, borrowed, leaked } from "./people.ts";
import { look, own, strange, type Step, type Told } from "./steps.ts";

type Hop = { as: string; role: string; name: string; from: string };

const hop = ({ as, role, name, from }: Hop): Step => ({
  as,
  call: "sts:AssumeRole",
  input: { RoleArn: arnOfRole(role), RoleSessionName: name },
  from,
});

const allowAll = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** Three sessions in a row, keys from the third, and a key of the first user again, which begins anew. */
export function descent(told: Told): Step[] {
  const first = `assumed-role/release/${told.given.session}`;
  const second = "assumed-role/hire-backend/sync";
  const third = "assumed-role/account-admin/maint";
  return [
    // An administrator's session of the same name comes before, and is nobody else's.
    hop({ as: admin(told), role: "hire-backend", name: "sync", from: own(told) }),
    look(told, second, own(told)),
    hop({ as: first, role: "hire-backend", name: "sync", from: strange(told) }),
    {
      as: second,
      call: "secretsmanager:GetSecretValue",
      input: { SecretId: "hire/payments" },
      region: "eu-west-1",
      from: strange(told),
    },
    hop({ as: second, role: "account-admin", name: "maint", from: strange(told) }),
    ...newKeys(told, third),
    ...withNewKeys(told),
    ...again(told, { first, second }),
  ];
}

const admin = ({ given }: Told) => `key:user/${given.admin}`;

function newKeys(told: Told, as: string): Step[] {
  const { created } = told.given;
  const iam = (call: string, input: object): Step => ({
    as,
    call: `iam:${call}`,
    input,
    from: strange(told),
  });
  return [
    iam("CreateUser", { UserName: created }),
    iam("PutUserPolicy", { UserName: created, PolicyName: "all", PolicyDocument: allowAll }),
    iam("CreateAccessKey", { UserName: created }),
    iam("CreateAccessKey", { UserName: borrowed }),
    look(told, as, own(told)),
    iam("CreateAccessKey", { UserName: leaked }),
    { ...iam("CreateAccessKey", { UserName: leaked }), fails: "LimitExceeded" },
  ];
}

function withNewKeys(told: Told): Step[] {
  const user = `key:user/${told.given.created}`;
  return [
    look(told, user, strange(told)),
    { as: user, call: "sts:GetSessionToken", from: strange(told) },
    look(told, `session:user/${told.given.created}`, strange(told)),
    look(told, `session:user/${told.given.created}`, own(told)),
    // A second key, which the user makes for itself: the request names nobody.
    { as: user, call: "iam:CreateAccessKey", from: strange(told) },
    look(told, user, strange(told)),
    look(told, `key:user/${borrowed}`, strange(told)),
    look(told, `key:user/${borrowed}`, own(told)),
  ];
}

/** The new key of the user whose key was out: round again by the same roles. */
const again = (told: Told, { first, second }: Record<"first" | "second", string>): Step[] => [
  hop({
    as: `key:user/${leaked}`,
    role: "release",
    name: told.given.session,
    from: own(told),
  }),
  look(told, first, strange(told)),
  hop({ as: first, role: "hire-backend", name: "sync", from: strange(told) }),
  look(told, second, own(told)),
];
