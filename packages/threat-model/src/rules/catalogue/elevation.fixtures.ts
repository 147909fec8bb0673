import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone partners 30
zone office 40
zone cloud 80
data orders confidential: Orders (personal)
actor customer in net <person>
actor carrier in partners <partner>
actor agent in office <employee>
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>
process rules in cloud <policy-engine>
store vault in cloud <secret-store>
store db in cloud <postgres>`;

export const fixtures: RuleFixtures = {
  "object-of-another": {
    fires: `${parts}
spa -> api: my orders [HTTPS, session] {orders}`,
    silent: `${parts}
process owners in cloud <api> [owner check]
spa -> owners: my orders [HTTPS, session] {orders}`,
  },
  "function-of-staff": {
    fires: `${parts}
spa -> api: my orders [HTTPS, session]
agent -> api: refund [HTTPS, mfa]`,
    silent: `${parts}
spa -> api: my orders [HTTPS, session]
process back in cloud <api>
agent -> back: refund [HTTPS, mfa]`,
  },
  "service-believed-for-everybody": {
    fires: `${parts}
spa -> shop: my orders [HTTPS, session]
shop -> api: orders [HTTPS, mtls] {orders}`,
    silent: `${parts}
spa -> shop: my orders [HTTPS, session]
shop -> api: orders [HTTPS, mtls, user-context-propagation] {orders}`,
  },
  "partner-key-opens-all": {
    fires: `${parts}
carrier -> api: parcels [HTTPS, api-key] {orders}`,
    silent: `${parts}
carrier -> api: parcels [HTTPS, api-key, scoped role] {orders}`,
  },
  "decision-fails-open": {
    fires: `${parts}
api -> rules: may they [HTTPS, mtls]`,
    silent: `${parts}
api -> rules: may they [HTTPS, mtls, fail-closed]`,
  },
  "rights-granted-alone": {
    fires: `${parts}
agent -> rules: grant [HTTPS, mfa]`,
    silent: `${parts}
agent -> rules: grant [HTTPS, mfa, two-person-rule]`,
  },
  "standing-access": {
    fires: `${parts}
agent -> db: repair a row [SQL, password]`,
    silent: `${parts}
agent -> db: repair a row [SQL, password, break glass]`,
  },
  "all-secrets-for-one": {
    fires: `${parts}
spa -> api: my orders [HTTPS, session]
api -> vault: read [HTTPS, token]`,
    silent: `${parts}
spa -> api: my orders [HTTPS, session]
api -> vault: read [HTTPS, token, least-privilege]`,
  },
};
