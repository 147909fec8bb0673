import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone office 40
zone cloud 80
data orders confidential: Orders (personal)
data photos confidential: Photos (content, personal)
data patients restricted: Names of patients (personal, health)
actor customer in net <person>
actor agent in office <employee>
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "message-read-by-carriers": {
    fires: `${parts}
process mail in cloud <email-service>
mail -> customer: invoice [SMTP] {orders}`,
    silent: `${parts}
process mail in cloud <email-service>
mail -> customer: invoice [SMTP, data-minimisation] {orders}`,
  },
  "link-passed-on": {
    fires: `${parts}
store files in cloud <object-storage>
spa -> files: fetch [HTTPS, signed-url] {photos}`,
    silent: `${parts}
store files in cloud <object-storage>
spa -> files: fetch [HTTPS, signed-url, short-lived-credentials] {photos}`,
  },
  "secret-lies-about": {
    fires: `${parts}
store db in cloud <postgres>
api -> db: look up [SQL, password]`,
    silent: `${parts}
store db in cloud <postgres>
api -> db: look up [SQL, password, secret-store]`,
  },
  "places-in-pictures": {
    fires: `${parts}
store files in cloud <object-storage> {photos}
api -> files: keep [HTTPS, token]`,
    silent: `${parts}
store files in cloud <object-storage> {photos}
process resizer in cloud <image-processor> [re-encoding]
resizer -> files: keep [HTTPS, token]`,
  },
  "staff-see-everybody": {
    fires: `${parts}
process desk in cloud <admin-tool>
agent -> desk: look up [HTTPS, mfa] {orders}`,
    silent: `${parts}
process desk in cloud <admin-tool> [just-in-time-access]
agent -> desk: look up [HTTPS, mfa] {orders}`,
  },
  "names-can-be-asked": {
    fires: `${parts}
process idp in cloud <idp>
customer -> idp: sign in [HTTPS, password] {patients}`,
    silent: `${parts}
process idp in cloud <idp> [rate limit]
customer -> idp: sign in [HTTPS, password] {patients}`,
  },
};
