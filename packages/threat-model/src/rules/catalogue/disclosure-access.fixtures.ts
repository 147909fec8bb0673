import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone partners 30
zone cloud 80
data orders confidential: Orders (personal)
process spa in net <browser>
actor carrier in partners <partner>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "store-open-to-outside": {
    fires: `${parts}
store db in cloud <postgres>
spa -> db: read [SQL, password]`,
    silent: `${parts}
store db in cloud <postgres> [private subnet]
spa -> db: read [SQL, password]`,
  },
  "tenants-mixed": {
    fires: `${parts}
store db in cloud <postgres>
carrier -> api: parcels [HTTPS, token] {orders}
api -> db: look up [SQL, password]`,
    silent: `${parts}
store db in cloud <postgres>
process apart in cloud <api> [tenant-isolation]
carrier -> apart: parcels [HTTPS, token] {orders}
apart -> db: look up [SQL, password]`,
  },
  "index-knows-no-owner": {
    fires: `${parts}
store index in cloud <search-index> {orders}`,
    silent: `${parts}
store index in cloud <search-index> {orders} [owner check]`,
  },
  "cache-without-owner": {
    fires: `${parts}
store kept in cloud <redis> {orders}`,
    silent: `${parts}
store kept in cloud <redis> {orders} [cache-key-policy]`,
  },
  "private-answers-cached": {
    fires: `${parts}
process edge in cloud <cdn>
edge -> shop: account pages [HTTPS, session] {orders}`,
    silent: `${parts}
process edge in cloud <cdn>
edge -> shop: account pages [HTTPS, session, no-store] {orders}`,
  },
  "secrets-in-log": {
    fires: `${parts}
store trail in cloud <log-store>
spa -> shop: order [HTTPS, session] {orders}
shop -> trail: record [HTTPS, token]`,
    silent: `${parts}
store trail in cloud <log-store>
spa -> shop: order [HTTPS, session] {orders}
shop -> trail: record [HTTPS, token, redaction]`,
  },
  "third-party-gets-too-much": {
    fires: `${parts}
shop -> carrier: deliver [HTTPS, api-key] {orders}`,
    silent: `${parts}
shop -> carrier: deliver [HTTPS, api-key, data-minimisation] {orders}`,
  },
  "analysts-see-names": {
    fires: `${parts}
store lake in cloud <data-warehouse> {orders}`,
    silent: `${parts}
store lake in cloud <data-warehouse> {orders} [pseudonymisation]`,
  },
};
