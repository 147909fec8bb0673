import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone office 40
zone cloud 80
zone vault 90
data orders confidential: Orders (personal)
data photos confidential: Photos (content)
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "request-forged-by-server": {
    fires: `${parts}
process pages in net: Pages that customers link to
spa -> shop: link [HTTPS, session]
shop -> pages: preview [HTTPS]`,
    silent: `${parts}
process pages in net: Pages that customers link to
process fetcher in cloud <web-app> [egress-filter]
spa -> fetcher: link [HTTPS, session]
fetcher -> pages: preview [HTTPS]`,
  },
  "parser-taken-over": {
    fires: `${parts}
process resizer in cloud <image-processor>
spa -> api: upload [HTTPS, session] {photos}
api -> resizer: resize {photos}`,
    silent: `${parts}
process resizer in cloud <image-processor> [sandbox]
spa -> api: upload [HTTPS, session] {photos}
api -> resizer: resize {photos}`,
  },
  "object-revived": {
    fires: `${parts}
process ledger in vault <worker>
api -> ledger: post [AMQP, password]`,
    silent: `${parts}
process ledger in vault <worker>
api -> ledger: post [AMQP, password, safe-deserialisation]`,
  },
  "console-open-to-outside": {
    fires: `${parts}
process desk in cloud <admin-tool>
spa -> desk: sign in [HTTPS, mfa]`,
    silent: `${parts}
process desk in cloud <admin-tool>
actor agent in office <employee>
agent -> desk: sign in [HTTPS, mfa]`,
  },
  "vault-beside-the-door": {
    fires: `${parts}
store db in cloud <postgres> {orders}
spa -> shop: order [HTTPS, session]
shop -> db: keep [SQL, password]`,
    silent: `${parts}
store db in vault <postgres> {orders}
spa -> shop: order [HTTPS, session]
shop -> db: keep [SQL, password]`,
  },
  "account-owns-the-database": {
    fires: `${parts}
store db in vault <postgres> {orders}
spa -> shop: order [HTTPS, session]
shop -> db: keep [SQL, password]`,
    silent: `${parts}
store db in vault <postgres> {orders}
spa -> shop: order [HTTPS, session]
shop -> db: keep [SQL, password, least-privilege]`,
  },
  "way-around-the-edge": {
    fires: `${parts}
process edge in cloud <cdn>
spa -> edge: pages [HTTPS]
edge -> shop: pages [HTTPS, session]`,
    silent: `${parts}
process edge in cloud <cdn>
process closed in cloud <web-app> [origin-access-control]
spa -> edge: pages [HTTPS]
edge -> closed: pages [HTTPS, session]`,
  },
  "office-reaches-everything": {
    fires: `${parts}
process office-net in office <office-network>
office-net -> shop: routes`,
    silent: `${parts}
process office-net in office <office-network> [segmentation]
office-net -> shop: routes`,
  },
};
