import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "role-trusts-whole-account": {
    fires: `
zone test 60: Test account
zone shop 80: Shop account
process job in test <aws-ecs>
process roles in shop <aws-sts>
job -> roles: assume the reporting role [AWS API, sigv4]`,
    silent: `
zone test 60: Test account
zone shop 80: Shop account
process job in test <aws-ecs>
process roles in shop <aws-sts> [least-privilege]
job -> roles: assume the reporting role [AWS API, sigv4]`,
  },
  "remote-command-on-fleet": {
    fires: `
actor support <employee>
process fleet <aws-systems-manager>
support -> fleet: run [AWS API, sigv4]`,
    silent: `
actor support <employee>
process fleet <aws-systems-manager> [just-in-time-access]
support -> fleet: run [AWS API, sigv4]`,
  },
  "management-account-at-work": {
    fires: `
process pipeline <aws-codepipeline>
process root <aws-organizations>
pipeline -> root: make accounts [AWS API, sigv4]`,
    silent: `
process pipeline <aws-codepipeline>
process root <aws-organizations> [least-privilege]
pipeline -> root: make accounts [AWS API, sigv4]`,
  },
};
