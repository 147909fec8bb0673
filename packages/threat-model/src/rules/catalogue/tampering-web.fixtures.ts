import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone cloud 80
data orders confidential: Orders (personal)
data cards restricted: Card numbers (payment)
actor customer in net <person>
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "script-in-pages": {
    fires: `${parts}
spa -> shop: write a review [HTTPS]`,
    silent: `${parts}
process safe-shop in cloud <web-app> [output-encoding]
spa -> safe-shop: write a review [HTTPS]`,
  },
  "cross-site-request": {
    fires: `${parts}
spa -> shop: change the address [HTTPS, session]`,
    silent: `${parts}
spa -> shop: change the address [HTTPS, session, samesite]`,
  },
  "framed-and-clicked": {
    fires: `${parts}
spa -> shop: pay [HTTPS, session] {cards}`,
    silent: `${parts}
process strict in cloud <web-app> [csp]
spa -> strict: pay [HTTPS, session] {cards}`,
  },
  "foreign-script-in-page": {
    fires: `${parts}
actor counter in net: Visitor counter <third-party-service>
counter -> spa: script [HTTPS]`,
    silent: `${parts}
actor counter in net: Visitor counter <third-party-service>
counter -> spa: script [HTTPS, integrity-check]`,
  },
  "fields-bound-blindly": {
    fires: `${parts}
spa -> api: change my profile [HTTPS, session] {orders}`,
    silent: `${parts}
spa -> api: change my profile [HTTPS, session, input-validation] {orders}`,
  },
  "price-from-the-client": {
    fires: `${parts}
spa -> shop: pay [HTTPS, session] {cards}`,
    silent: `${parts}
process pricing in cloud <web-app> [server-side-price]
spa -> pricing: pay [HTTPS, session] {cards}`,
  },
  "charged-twice": {
    fires: `${parts}
actor psp in net <psp>
shop -> psp: charge [HTTPS, api-key]`,
    silent: `${parts}
actor psp in net <psp>
shop -> psp: charge [HTTPS, api-key, idempotency]`,
  },
};
