import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone cloud 80
data orders confidential: Orders
data cards restricted: Card numbers (payment)
actor customer in net <person>
process spa in net <browser>
process partner-app in net <desktop-app>
process shop in cloud <web-app>`;

export const fixtures: RuleFixtures = {
  "session-never-ends": {
    fires: `${parts}
spa -> shop: order [HTTPS, session] {orders}`,
    silent: `${parts}
spa -> shop: order [HTTPS, session, session-expiry] {orders}`,
  },
  "bearer-token-replayed": {
    fires: `${parts}
spa -> shop: pay [HTTPS, token] {cards}`,
    silent: `${parts}
spa -> shop: pay [HTTPS, token, token-binding] {cards}`,
  },
  "token-meant-for-another": {
    fires: `${parts}
spa -> shop: order [HTTPS, token] {orders}`,
    silent: `${parts}
spa -> shop: order [HTTPS, token, token-validation] {orders}`,
  },
  "assertion-wrapped": {
    fires: `${parts}
process idp <identity-provider>
idp -> shop: assertion [SAML]`,
    silent: `${parts}
process idp <identity-provider>
idp -> shop: assertion [OIDC]`,
  },
  "code-sent-elsewhere": {
    fires: `${parts}
process idp in cloud <identity-provider>
spa -> idp: sign in [OIDC]`,
    silent: `${parts}
process idp in cloud <identity-provider> [redirect-allow-list]
spa -> idp: sign in [OIDC]`,
  },
  "socket-opened-by-another-site": {
    fires: `${parts}
spa -> shop: chat [WSS, session]`,
    silent: `${parts}
spa -> shop: chat [WSS, session, csrf-protection]`,
  },
  "no-second-look-at-what-matters": {
    fires: `${parts}
spa -> shop: change the card [HTTPS, session] {cards}`,
    silent: `${parts}
process shop-2 in cloud <web-app> [step-up-authentication]
spa -> shop-2: change the card [HTTPS, session] {cards}`,
  },
  "one-key-in-every-client": {
    fires: `${parts}
partner-app -> shop: fetch [HTTPS, api-key]`,
    silent: `${parts}
partner-app -> shop: fetch [HTTPS, session]`,
  },
};
