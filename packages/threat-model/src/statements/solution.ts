import type { Statement } from "../model/model.ts";

/** Where a threat already tells what to do about it, nobody looks for another answer. */
const ought =
  /\b(?:should|must|ought to|needs? to|has to|have to)\s+(?:not\s+)?(?:be|use|have|add|enforce|require|enable|implement|validate|encrypt|check|rotate|limit|sign|restrict|apply|log)\b/i;
const plan =
  /\b(?:mitigat\w+|remediat\w+|counter-?measures?|recommend\w*|to (?:prevent|avoid|stop|block) (?:this|it|that)|(?:can|could|may) be (?:prevented|avoided|fixed|solved|stopped)|(?:we|developers|the team) (?:should|must|need|will|want))\b/i;
const controls =
  "mfa|multi-?factor \\w+|two-?factor \\w+|tls|https|mtls|mutual tls|encryption(?! keys?)|rate limit\\w*|wafs?|web application firewalls?|input validation|output encoding|least privilege|logging|audit logs?|monitoring|csp|allow-?lists?|deny-?lists?|signed urls?|prepared statements|parameteri[sz]ed queries|access controls?|authentication|authori[sz]ation|secrets manager|kms|guardduty|cloudtrail|captchas?|csrf tokens?|firewalls?|backups?|rbac|abac|scp|patch(?:es|ing)?|object lock|versioning";
const putInPlace = new RegExp(
  `\\b(?:implement|introduce|add|deploy|enable|enforce|require|adopt|set up|turn on|switch on|configure|activate|mandate)(?:ing)?\\s+(?:(?:an?|the|strict|strong|proper|server-side|more|better|central)\\s+)*(?:${controls})\\b`,
  "i",
);
const bySolving = new RegExp(
  `\\b(?:use|using|apply|applying)\\s+(?:(?:an?|the|strict|strong|proper|more|better)\\s+)*(?:mfa|multi-?factor \\w+|least privilege|input validation|prepared statements|parameteri[sz]ed queries|allow-?lists?|rate limit\\w*|wafs?|rbac|object lock|csrf tokens?)\\b`,
  "i",
);

export function solutionIn(statement: Statement): string {
  const parts = [statement.source, statement.prerequisites, statement.action, statement.impact];
  const told = [...parts, ...statement.assets].some((text) =>
    [ought, plan, putInPlace, bySolving].some((pattern) => pattern.test(text)),
  );
  return told ? "Say what goes wrong; what to do about it belongs into a mitigation." : "";
}
