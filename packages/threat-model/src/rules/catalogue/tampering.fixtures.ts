import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone partners 30
zone cloud 80
data orders confidential: Orders
actor customer in net <person>
actor carrier in partners <partner>
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "changed-on-the-way": {
    fires: `${parts}
spa -> shop: order [HTTP] {orders}`,
    silent: `${parts}
spa -> shop: order [HTTPS] {orders}`,
  },
  "sql-injection": {
    fires: `${parts}
store db in cloud <postgres>
spa -> shop: order [HTTPS]
shop -> db: look up [SQL]`,
    silent: `${parts}
store db in cloud <postgres>
spa -> shop: order [HTTPS]
shop -> db: look up [SQL, parameterised-queries]`,
  },
  "query-object-injection": {
    fires: `${parts}
store db in cloud <mongodb>
spa -> shop: order [HTTPS]
shop -> db: look up`,
    silent: `${parts}
store db in cloud <mongodb>
process checked in cloud <web-app> [input-validation]
spa -> checked: order [HTTPS]
checked -> db: look up`,
  },
  "partner-file-altered": {
    fires: `${parts}
process import in cloud <worker>
carrier -> import: delivered parcels [SFTP, password]`,
    silent: `${parts}
process import in cloud <worker>
carrier -> import: delivered parcels [SFTP, password, message-signature]`,
  },
  "answer-of-name-server-forged": {
    fires: `${parts}
process names in net <dns>
shop -> names: where is the carrier [DNS]`,
    silent: `${parts}
process names in net <dns> [integrity-check]
shop -> names: where is the carrier [DNS]`,
  },
  "answers-poisoned": {
    fires: `${parts}
process cdn in cloud <cdn>
spa -> cdn: pages [HTTPS]
cdn -> shop: pages [HTTPS]`,
    silent: `${parts}
process cdn in cloud <cdn> [cache-key-policy]
spa -> cdn: pages [HTTPS]
cdn -> shop: pages [HTTPS]`,
  },
};
