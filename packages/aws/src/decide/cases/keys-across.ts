import {
  allow,
  ana,
  everything,
  foreign,
  home,
  other,
  pages,
  rowsOn,
  to,
  type Case,
} from "./case.ts";

const { keyAcross } = pages;
const key = `arn:aws:kms:eu-west-1:${home}:key/0a1b`;
const decrypts = allow("kms:Decrypt");
const delegates = to(home, allow("kms:*"));
const partner = `arn:aws:iam::${other}:role/partner`;

const row = rowsOn({ who: ana, does: "kms:Decrypt", to: key });

export const cases: Case[] = [
  row(
    "another account: key policy and identity policy",
    keyAcross,
    { who: foreign, identity: [decrypts], key: [to(other, decrypts)] },
    "allowed-by-both",
  ),
  row(
    "another account: key policy alone",
    keyAcross,
    { who: foreign, key: [to(partner, decrypts)] },
    "identity-silent",
  ),
  row(
    "another account: identity policy alone",
    keyAcross,
    { who: foreign, identity: [everything], key: [delegates] },
    "resource-silent",
  ),
  row(
    "another account: administration has no effect there, whatever both allow",
    keyAcross,
    {
      who: foreign,
      does: "kms:PutKeyPolicy",
      identity: [everything],
      key: [to(other, allow("*"))],
    },
    "own-account-only",
  ),
  row(
    "another account: a grant is one of the operations that work there",
    keyAcross,
    { who: foreign, does: "kms:CreateGrant", identity: [everything], key: [to(other, allow("*"))] },
    "allowed-by-both",
  ),
];
