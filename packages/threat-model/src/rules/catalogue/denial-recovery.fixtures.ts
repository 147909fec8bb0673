import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone cloud 80
data orders confidential: Orders (personal)
actor psp in net <psp>
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>
store kept in cloud <redis>
store db in cloud <postgres>`;

export const fixtures: RuleFixtures = {
  "slow-partner-stops-us": {
    fires: `${parts}
shop -> psp: charge [HTTPS, api-key]`,
    silent: `${parts}
shop -> psp: charge [HTTPS, api-key, timeouts]`,
  },
  "slow-neighbour-stops-us": {
    fires: `${parts}
spa -> shop: order [HTTPS, session]
shop -> api: order [HTTPS, mtls]`,
    silent: `${parts}
spa -> shop: order [HTTPS, session]
shop -> api: order [HTTPS, mtls, deadline]`,
  },
  "single-point-of-failure": {
    fires: `${parts}
spa -> shop: order [HTTPS, session]
shop -> db: keep [SQL, password]`,
    silent: `${parts}
store pair in cloud <postgres> [replicas]
spa -> shop: order [HTTPS, session]
shop -> pair: keep [SQL, password]`,
  },
  "cold-cache": {
    fires: `${parts}
spa -> shop: order [HTTPS, session]
shop -> kept: look up [Redis, password]
shop -> db: look up [SQL, password]`,
    silent: `${parts}
store pair in cloud <redis> [replicas]
spa -> shop: order [HTTPS, session]
shop -> pair: look up [Redis, password]
shop -> db: look up [SQL, password]`,
  },
  "data-without-backup": {
    fires: `
data orders confidential: Orders
store db <postgres> {orders}`,
    silent: `
data orders confidential: Orders
store db <postgres> {orders}
store copies <backup>
db -> copies: nightly`,
  },
  "backups-erased": {
    fires: `store copies <backup>`,
    silent: `store copies <backup> [object lock]`,
  },
  "keys-lost": {
    fires: `store hsm <key-store>`,
    silent: `store hsm <key-store> [backup]`,
  },
};
