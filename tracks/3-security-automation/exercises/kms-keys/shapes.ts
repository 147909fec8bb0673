export const own = "705182936441";
export const sister = "188340572296";
export const stranger = "922714058863";

/** Whom a policy lets use the key beside its own account: as the shape means it. */
type Statement = { Effect?: "Deny"; Principal: unknown; Condition?: object };
export type Policy = { open: boolean; says: Statement[] };

export type Shape = {
  spec?: "RSA_2048" | "ECC_NIST_P256" | "HMAC_256";
  usage?: "ENCRYPT_DECRYPT";
  origin?: "EXTERNAL";
  state?: "disabled" | "pending";
  rotation?: true;
  /** A primary with a replica in the next Region, which has a policy of its own. */
  replica?: { policy?: Policy };
  policy?: Policy;
};

const open = (says: Statement): Policy => ({ open: true, says: [says] });
const closed = (says: Statement): Policy => ({ open: false, says: [says] });
const equals = (keys: object) => ({ StringEquals: keys });
const viaS3 = {
  "kms:ViaService": [
    "s3.eu-west-1.amazonaws.com",
    "s3.us-east-1.amazonaws.com",
    "s3.eu-central-1.amazonaws.com",
  ],
};
const callers = { "kms:CallerAccount": own };

const policies = {
  everybody: open({ Principal: "*" }),
  inAList: open({ Principal: { AWS: [`arn:aws:iam::${own}:role/intake`, "*"] } }),
  /** By which service a request comes does not say from whom. */
  throughS3: open({ Principal: { AWS: "*" }, Condition: equals(viaS3) }),
  ownThroughS3: closed({ Principal: { AWS: "*" }, Condition: equals({ ...viaS3, ...callers }) }),
  /** A value that anybody may send. */
  withContext: open({
    Principal: "*",
    Condition: equals({ "kms:EncryptionContext:app": "claims" }),
  }),
  anyOrganisation: open({
    Principal: "*",
    Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } },
  }),
  oneOrganisation: closed({
    Principal: "*",
    Condition: equals({ "aws:PrincipalOrgID": "o-h3v8k2r6tm" }),
  }),
  /** True of a caller who is in no organisation: the key is missing in such a request. */
  oneOrganisationOrNone: open({
    Principal: { AWS: "*" },
    Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-h3v8k2r6tm" } },
  }),
  everybodyElse: open({ Principal: "*", Condition: { StringNotEquals: callers } }),
  accounts: closed({
    Principal: { AWS: "*" },
    Condition: equals({ "aws:PrincipalAccount": [own, sister] }),
  }),
  denied: closed({
    Effect: "Deny",
    Principal: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  }),
  named: closed({ Principal: { AWS: `arn:aws:iam::${sister}:root` } }),
} satisfies Record<string, Policy>;

/** Keys that rotate, that could, and that never will; policies that are open, and that look so. */
export const shapes: readonly Shape[] = [
  {},
  { rotation: true },
  { spec: "RSA_2048", usage: "ENCRYPT_DECRYPT", policy: policies.everybody },
  { rotation: true, policy: policies.throughS3 },
  { policy: policies.ownThroughS3 },
  { origin: "EXTERNAL" },
  { spec: "HMAC_256" },
  { state: "pending", policy: policies.everybody },
  { replica: {} },
  { rotation: true, policy: policies.anyOrganisation },
  { state: "disabled" },
  { rotation: true, policy: policies.oneOrganisation },
  { origin: "EXTERNAL", policy: policies.everybodyElse },
  { policy: policies.denied },
  { spec: "ECC_NIST_P256", policy: policies.named },
  { state: "disabled", policy: policies.inAList },
  { rotation: true, policy: policies.accounts },
  { policy: policies.withContext },
  { rotation: true, replica: { policy: policies.everybody } },
  { rotation: true, policy: policies.named },
  { rotation: true, policy: policies.oneOrganisationOrNone },
];
