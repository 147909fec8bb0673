import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "data-events-missing": {
    fires: `
store trail <aws-cloudtrail>`,
    silent: `
store trail <aws-cloudtrail> [data-events]`,
  },
  "trail-in-watched-account": {
    fires: `
zone shop 80: Shop account
process api in shop <aws-lambda>
store trail in shop <aws-cloudtrail>
api -> trail: calls`,
    silent: `
zone shop 80: Shop account
zone archive 95: Log archive account
process api in shop <aws-lambda>
store trail in archive <aws-cloudtrail>
api -> trail: calls`,
  },
  "finding-without-response": {
    fires: `
process detector <aws-guardduty>`,
    silent: `
process detector <aws-guardduty>
actor oncall <employee>
detector -> oncall: page`,
  },
  "region-nobody-watches": {
    fires: `
process detector <aws-guardduty>`,
    silent: `
process detector <aws-guardduty> [all-regions]`,
  },
  "response-turned-against-us": {
    fires: `
process detector <aws-guardduty>
process contain <aws-lambda>
detector -> contain: finding`,
    silent: `
process detector <aws-guardduty>
process contain <aws-lambda> [human-approval]
detector -> contain: finding`,
  },
};
