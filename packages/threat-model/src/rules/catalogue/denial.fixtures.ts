import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone partners 30
zone cloud 80
data photos confidential: Photos (content)
actor customer in net <person>
actor carrier in partners <partner>
process spa in net <browser>
process shop in cloud <web-app>
process api in cloud <api>`;

export const fixtures: RuleFixtures = {
  "entry-flooded": {
    fires: `${parts}
spa -> shop: browse [HTTPS, session]`,
    silent: `${parts}
process fair in cloud <web-app> [rate limit]
spa -> fair: browse [HTTPS, session]`,
  },
  "one-tenant-takes-all": {
    fires: `${parts}
carrier -> api: parcels [HTTPS, token]`,
    silent: `${parts}
process fair in cloud <api> [quota]
carrier -> fair: parcels [HTTPS, token]`,
  },
  "deep-query": {
    fires: `${parts}
process graph in cloud <graphql>
spa -> graph: ask [HTTPS, session]`,
    silent: `${parts}
process graph in cloud <graphql> [size-limit]
spa -> graph: ask [HTTPS, session]`,
  },
  "upload-without-end": {
    fires: `${parts}
spa -> api: upload [HTTPS, session] {photos}`,
    silent: `${parts}
spa -> api: upload [HTTPS, session, upload limit] {photos}`,
  },
  "file-that-unfolds": {
    fires: `${parts}
process resizer in cloud <image-processor>
api -> resizer: resize {photos}`,
    silent: `${parts}
process resizer in cloud <image-processor> [size-limit]
api -> resizer: resize {photos}`,
  },
  "messages-at-our-cost": {
    fires: `${parts}
process sms in cloud <sms-service>
spa -> shop: send me a code [HTTPS]
shop -> sms: send [HTTPS, api-key]`,
    silent: `${parts}
process sms in cloud <sms-service> [quota]
spa -> shop: send me a code [HTTPS]
shop -> sms: send [HTTPS, api-key]`,
  },
};
