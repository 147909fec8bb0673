import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone cloud 80
data photos confidential: Photos (content)
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "upload-of-another-type": {
    fires: `${parts}
spa -> api: upload [HTTPS, session] {photos}`,
    silent: `${parts}
spa -> api: upload [HTTPS, session, content-type-check] {photos}`,
  },
  "malware-passed-on": {
    fires: `${parts}
store kept in cloud <object-storage> {photos}
api -> kept: keep`,
    silent: `${parts}
store kept in cloud <object-storage> {photos}
process scanner in cloud <malware-scanner>
api -> scanner: check
scanner -> kept: keep`,
  },
  "upload-runs-in-our-origin": {
    fires: `${parts}
spa -> shop: upload [HTTPS, session] {photos}`,
    silent: `${parts}
process served in cloud <web-app> [separate-origin]
spa -> served: upload [HTTPS, session] {photos}`,
  },
};
