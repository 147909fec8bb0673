import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "content-gives-orders": {
    fires: `
process assistant <agent>
actor shops: Seller pages <third-party-service>
assistant -> shops: read offers [HTTPS]`,
    silent: `
process assistant <agent> [instruction-isolation]
actor shops: Seller pages <third-party-service>
assistant -> shops: read offers [HTTPS]`,
  },
  "agent-acts-unasked": {
    fires: `
process assistant <agent>
process order <tool>
assistant -> order: place`,
    silent: `
process assistant <agent>
process order <tool>
assistant -> order: place [human-approval]`,
  },
  "tool-with-service-rights": {
    fires: `
process orders: Order tool <tool>
store table <aws-dynamodb>
orders -> table: look up [AWS API, sigv4]`,
    silent: `
process orders: Order tool <tool> [user-scoped-tools]
store table <aws-dynamodb>
orders -> table: look up [AWS API, sigv4]`,
  },
  "context-of-another-user": {
    fires: `
data contracts confidential
process assistant <agent>
store index <vector-store> {contracts}
assistant -> index: search {contracts}`,
    silent: `
data contracts confidential
process assistant <agent>
store index <vector-store> {contracts} [tenant-isolation]
assistant -> index: search {contracts}`,
  },
  "retrieval-poisoned": {
    fires: `
zone internet 0
zone cloud 80
actor seller in internet <person>
store index in cloud <vector-store>
seller -> index: product text [HTTPS, session]`,
    silent: `
zone internet 0
zone cloud 80
actor seller in internet <person>
store index in cloud <vector-store> [content-provenance]
seller -> index: product text [HTTPS, session]`,
  },
  "tool-changes-after-approval": {
    fires: `
zone cloud 80
zone vendor 40
process assistant in cloud <agent>
process calendar in vendor <tool>
assistant -> calendar: look up [HTTPS, token]`,
    silent: `
zone cloud 80
zone vendor 40
process assistant in cloud <agent> [pinned-dependencies]
process calendar in vendor <tool>
assistant -> calendar: look up [HTTPS, token]`,
  },
  "agent-deed-without-author": {
    fires: `
process assistant <agent>
actor pay <payment-provider>
assistant -> pay: buy [HTTPS, api-key]`,
    silent: `
process assistant <agent> [audit-log]
actor pay <payment-provider>
assistant -> pay: buy [HTTPS, api-key]`,
  },
};
