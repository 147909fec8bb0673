import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone office 40
zone partners 30
zone cloud 80
data orders confidential: Orders (personal)
data cards restricted: Card numbers (payment)
data steps confidential: Where people went (location)
actor customer in net <person>
actor agent in office <employee>
actor carrier in partners <partner>
process shop in cloud <web-app>
process api in cloud <api>
process desk in cloud <admin-tool>`;

export const fixtures: RuleFixtures = {
  "deed-without-record": {
    fires: `${parts}
customer -> shop: order [HTTPS, session] {orders}`,
    silent: `${parts}
store trail in cloud <log-store>
shop -> trail: record
customer -> shop: order [HTTPS, session] {orders}`,
  },
  "staff-deed-without-record": {
    fires: `${parts}
agent -> desk: look up [HTTPS, mfa] {orders}`,
    silent: `${parts}
store trail in cloud <log-store>
agent -> desk: look up [HTTPS, mfa] {orders}
desk -> trail: record`,
  },
  "sign-ins-unrecorded": {
    fires: `process idp <identity-provider>`,
    silent: `process idp <identity-provider> [audit log]`,
  },
  "shared-account": {
    fires: `${parts}
agent -> desk: look up [HTTPS, shared-secret]`,
    silent: `${parts}
agent -> desk: look up [HTTPS, mfa]`,
  },
  "support-seen-as-customer": {
    fires: `${parts}
desk -> api: change the address [HTTPS, token] {orders}`,
    silent: `${parts}
desk -> api: change the address [HTTPS, token, user-context-propagation] {orders}`,
  },
  "service-acts-for-nobody": {
    fires: `${parts}
customer -> shop: pay [HTTPS, session]
shop -> api: pay [HTTPS, mtls] {cards}`,
    silent: `${parts}
customer -> shop: pay [HTTPS, session]
shop -> api: pay [HTTPS, mtls, user context] {cards}`,
  },
};
