import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "table-shared-by-tenants": {
    fires: `
data orders confidential (personal)
process api <aws-lambda>
store table <aws-dynamodb> {orders}
api -> table: query [AWS API, sigv4]`,
    silent: `
data orders confidential (personal)
process api <aws-lambda> [object-authorization]
store table <aws-dynamodb> {orders}
api -> table: query [AWS API, sigv4]`,
  },
  "snapshot-given-away": {
    fires: `
data orders confidential
store db <aws-rds> {orders} [encryption-at-rest]`,
    silent: `
data orders confidential
store db <aws-rds> {orders} [customer-managed-key]`,
  },
  "search-domain-open": {
    fires: `
data listings internal
store index <aws-opensearch> {listings}`,
    silent: `
data listings internal
store index <aws-opensearch> {listings} [network-isolation]`,
  },
  "query-results-left-behind": {
    fires: `
data sales confidential
process sql <aws-athena> {sales}`,
    silent: `
data sales confidential
process sql <aws-athena> {sales} [retention-limit]`,
  },
  "backup-dies-with-account": {
    fires: `
store vault <aws-backup>`,
    silent: `
store vault <aws-backup> [separate-account]`,
  },
};
