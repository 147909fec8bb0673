import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone office 40
zone cloud 80
data payments confidential: Payments (financial)
actor customer in net <person>
actor analyst in office <employee>
process shop in cloud <web-app>
process host in cloud <virtual-machine>
store trail in cloud <log-store>`;

export const fixtures: RuleFixtures = {
  "log-changeable": {
    fires: `store trail <log-store>`,
    silent: `store trail <log-store> [append-only log]`,
  },
  "log-forged": {
    fires: `${parts}
customer -> shop: order [HTTPS, session]
shop -> trail: record [HTTPS, token]`,
    silent: `${parts}
customer -> shop: order [HTTPS, session]
shop -> trail: record [HTTPS, token, escaping]`,
  },
  "log-lost-on-the-way": {
    fires: `${parts}
host -> trail: record [Syslog]`,
    silent: `${parts}
host -> trail: record [HTTPS]`,
  },
  "log-read-by-nobody": {
    fires: `${parts}
host -> trail: record [HTTPS]`,
    silent: `${parts}
process siem in cloud <siem>
host -> trail: record [HTTPS]
trail -> siem: stream`,
  },
  "clocks-disagree": {
    fires: `${parts}
host -> trail: record [HTTPS]`,
    silent: `${parts}
store exact in cloud <log-store> [clock-sync]
host -> exact: record [HTTPS]`,
  },
  "change-without-history": {
    fires: `${parts}
store ledger in cloud <postgres> {payments}`,
    silent: `${parts}
store ledger in cloud <postgres> {payments} [audit-log]`,
  },
  "staff-queries-untraced": {
    fires: `${parts}
store ledger in cloud <postgres> {payments}
analyst -> ledger: monthly figures [SQL, password]`,
    silent: `${parts}
store ledger in cloud <postgres> {payments} [audit-log]
analyst -> ledger: monthly figures [SQL, password]`,
  },
  "grants-unrecorded": {
    fires: `process rules <policy-engine>`,
    silent: `process rules <policy-engine> [audit-log]`,
  },
  "secret-reads-unrecorded": {
    fires: `store vault <secret-store>`,
    silent: `store vault <secret-store> [audit-log]`,
  },
};
