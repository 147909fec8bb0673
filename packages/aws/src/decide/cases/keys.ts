import {
  allow,
  ana,
  deny,
  everything,
  home,
  pages,
  reader,
  role,
  rowsOn,
  to,
  type Case,
} from "./case.ts";

const { keyPolicy, keyDefault, grants } = pages;
const key = `arn:aws:kms:eu-west-1:${home}:key/0a1b`;
const decrypts = allow("kms:Decrypt");
const base = { who: ana, does: "kms:Decrypt", to: key };
const delegates = to(home, allow("kms:*"));
const grant = { id: "g1", grantee: role, operations: ["Decrypt"] };
const bound = { ...grant, constraints: { subset: { order: "7" } } };

const row = rowsOn(base);

export const cases: Case[] = [
  row(
    "the key policy names the user",
    keyPolicy,
    { key: [to(ana, decrypts)] },
    "allowed-by-resource",
  ),
  row(
    "without the key policy an identity policy counts for nothing",
    keyPolicy,
    { identity: [everything], key: [to(role, decrypts)] },
    "resource-silent",
  ),
  row(
    "the key policy hands the decision to the account",
    keyDefault,
    { identity: [decrypts], key: [delegates] },
    "allowed-by-identity",
  ),
  row(
    "it does, and no identity policy allows",
    keyDefault,
    { key: [delegates] },
    "identity-silent",
  ),
  row(
    "the root user is no exception",
    keyPolicy,
    { who: home, key: [to(ana, decrypts)] },
    "resource-silent",
  ),
  row(
    "the root user of an account that has the decision",
    keyDefault,
    { who: home, key: [delegates] },
    "allowed-to-root",
  ),
  row(
    "an identity policy may deny without the key policy",
    keyPolicy,
    { identity: [deny("kms:*")], key: [to(ana, decrypts)] },
    "explicit-deny",
  ),
  row(
    "the key policy hands over some operations",
    keyDefault,
    { identity: [everything], key: [to(home, allow("kms:DescribeKey"))] },
    "resource-silent",
  ),
  row(
    "a key policy that limits to one service",
    keyPolicy,
    {
      key: [
        to(
          ana,
          allow("kms:Decrypt", "*", {
            StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
          }),
        ),
      ],
    },
    "resource-silent",
  ),
  row(
    "through that service",
    keyPolicy,
    {
      key: [
        to(
          ana,
          allow("kms:Decrypt", "*", {
            StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
          }),
        ),
      ],
      with: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
    },
    "allowed-by-resource",
  ),
  row(
    "a grant",
    grants,
    { who: reader, key: [to(ana, decrypts)], grants: [grant] },
    "allowed-by-grant",
  ),
  row(
    "a grant for another operation",
    grants,
    { who: reader, does: "kms:Encrypt", key: [to(ana, decrypts)], grants: [grant] },
    "resource-silent",
  ),
  row(
    "a grant of somebody else",
    grants,
    { key: [to(role, decrypts)], grants: [grant] },
    "resource-silent",
  ),
  row(
    "a deny outweighs a grant",
    grants,
    { who: reader, key: [to("*", deny("kms:Decrypt"))], grants: [grant] },
    "explicit-deny",
  ),
  row(
    "a grant that wants its encryption context",
    grants,
    {
      who: reader,
      key: [to(ana, decrypts)],
      grants: [bound],
      with: { "kms:EncryptionContext:order": "7", "kms:EncryptionContext:shop": "x" },
    },
    "allowed-by-grant",
  ),
  row(
    "with another context",
    grants,
    {
      who: reader,
      key: [to(ana, decrypts)],
      grants: [bound],
      with: { "kms:EncryptionContext:order": "8" },
    },
    "resource-silent",
  ),
  row(
    "without one",
    grants,
    { who: reader, key: [to(ana, decrypts)], grants: [bound] },
    "resource-silent",
  ),
  row(
    "a grant that wants exactly this context",
    grants,
    {
      who: reader,
      key: [to(ana, decrypts)],
      grants: [{ ...grant, constraints: { equals: { order: "7" } } }],
      with: { "kms:EncryptionContext:order": "7", "kms:EncryptionContext:shop": "x" },
    },
    "resource-silent",
  ),
];
