import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone partners 30
zone cloud 80
data orders confidential: Orders (personal)
data cards restricted: Card numbers (payment)
data steps confidential: Where people went (location)
actor customer in net <person>
actor carrier in partners <partner>
actor psp in net <psp>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "order-denied": {
    fires: `${parts}
customer -> shop: pay [HTTPS, session] {cards}`,
    silent: `${parts}
customer -> shop: pay [HTTPS, session, signed receipt] {cards}`,
  },
  "partner-denies": {
    fires: `${parts}
carrier -> api: delivered [HTTPS, api-key] {orders}`,
    silent: `${parts}
carrier -> api: delivered [HTTPS, signature] {orders}`,
  },
  "handover-unproven": {
    fires: `${parts}
api -> carrier: labels [HTTPS, api-key] {orders}`,
    silent: `${parts}
api -> carrier: labels [HTTPS, api-key, signed-receipt] {orders}`,
  },
  "consent-unprovable": {
    fires: `${parts}
store trips in cloud <database> {steps}`,
    silent: `${parts}
store trips in cloud <database> {steps} [consent]`,
  },
  "books-disagree": {
    fires: `${parts}
shop -> psp: charge [HTTPS, api-key]`,
    silent: `${parts}
process books in cloud <web-app> [reconciliation]
books -> psp: charge [HTTPS, api-key]`,
  },
};
