import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "entry-identity-unstated": {
    fires: `
zone net 0
zone cloud 80
process spa in net <browser>
process shop in cloud <web-app>
spa -> shop: browse [HTTPS]`,
    silent: `
zone net 0
zone cloud 80
process spa in net <browser>
process shop in cloud <web-app>
spa -> shop: browse [HTTPS, session]`,
  },
  "entry-open-to-anybody": {
    fires: `
zone net 0
zone cloud 80
data orders internal: Orders
process spa in net <browser>
process shop in cloud <web-app>
spa -> shop: look up an order [HTTPS, no authentication] {orders}`,
    silent: `
zone net 0
zone cloud 80
data prices public: Price list
process spa in net <browser>
process shop in cloud <web-app>
spa -> shop: look up a price [HTTPS, no authentication] {prices}`,
  },
  "edge-passes-anonymous": {
    fires: `
zone net 0
zone cloud 80
process spa in net <browser>
process lb in cloud <load-balancer>
process shop in cloud <web-app>
spa -> lb: all requests [HTTPS]
lb -> shop: pass on [HTTP]`,
    silent: `
zone net 0
zone cloud 80
process spa in net <browser>
process lb in cloud <load-balancer>
process shop in cloud <web-app>
spa -> lb: all requests [HTTPS]
lb -> shop: pass on [HTTP, session]`,
  },
  "internal-call-anonymous": {
    fires: `
zone cloud 80
data orders confidential: Orders
process shop in cloud <web-app>
process orders-api in cloud <api>
shop -> orders-api: place an order [HTTPS] {orders}`,
    silent: `
zone cloud 80
data orders confidential: Orders
process shop in cloud <web-app>
process orders-api in cloud <api>
shop -> orders-api: place an order [HTTPS, mtls] {orders}`,
  },
  "place-taken-for-identity": {
    fires: `
zone cloud 80
data orders internal: Orders
process shop in cloud <web-app>
process orders-api in cloud <api>
shop -> orders-api: place an order [HTTPS, network] {orders}`,
    silent: `
zone cloud 80
data orders internal: Orders
process shop in cloud <web-app>
process orders-api in cloud <api>
shop -> orders-api: place an order [HTTPS, token] {orders}`,
  },
  "database-without-login": {
    fires: `
data sessions confidential: Sessions
process shop <web-app>
store kept <redis> {sessions}
shop -> kept: read and write [Redis, no authentication]`,
    silent: `
data sessions confidential: Sessions
process shop <web-app>
store kept <redis> {sessions}
shop -> kept: read and write [Redis, password]`,
  },
  "staff-single-factor": {
    fires: `
zone office 40
zone cloud 80
actor agent in office <employee>
process desk in cloud <admin-tool>
agent -> desk: look up a customer [HTTPS, password]`,
    silent: `
zone office 40
zone cloud 80
actor agent in office <employee>
process desk in cloud <admin-tool>
agent -> desk: look up a customer [HTTPS, mfa]`,
  },
  "stolen-cards-tried": {
    fires: `
zone net 0
zone cloud 80
data cards restricted: Card numbers (payment)
actor customer in net <person>
process shop in cloud <web-app>
customer -> shop: pay [HTTPS, session] {cards}`,
    silent: `
zone net 0
zone cloud 80
data cards restricted: Card numbers (payment)
actor customer in net <person>
process shop in cloud <web-app>
customer -> shop: pay [HTTPS, session, fraud-detection] {cards}`,
  },
};
