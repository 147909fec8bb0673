import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone cloud 80
data orders confidential: Orders (personal)
data cards restricted: Card numbers (payment)
data logins restricted: Passwords (credentials)
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "read-on-the-way": {
    fires: `${parts}
spa -> shop: order [HTTP, session] {orders}`,
    silent: `${parts}
spa -> shop: order [HTTPS, session] {orders}`,
  },
  "credentials-on-the-way": {
    fires: `${parts}
spa -> shop: news [HTTP, session]`,
    silent: `${parts}
spa -> shop: news [HTTPS, session]`,
  },
  "read-inside": {
    fires: `${parts}
shop -> api: order [HTTP, token] {orders}`,
    silent: `${parts}
shop -> api: order [HTTPS, token] {orders}`,
  },
  "read-from-the-disk": {
    fires: `${parts}
store db in cloud <postgres> {orders}`,
    silent: `${parts}
store db in cloud <postgres> {orders} [encryption-at-rest]`,
  },
  "backup-readable": {
    fires: `store copies <backup>`,
    silent: `store copies <backup> [encryption-at-rest]`,
  },
  "passwords-readable": {
    fires: `${parts}
store db in cloud <postgres> {logins}`,
    silent: `${parts}
store db in cloud <postgres> {logins} [argon2]`,
  },
  "card-numbers-kept": {
    fires: `${parts}
store db in cloud <postgres> {cards}`,
    silent: `${parts}
store db in cloud <postgres> {cards} [tokenisation]`,
  },
  "kept-for-ever": {
    fires: `${parts}
store db in cloud <postgres> {orders}`,
    silent: `${parts}
store db in cloud <postgres> {orders} [retention]`,
  },
};
