import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "poison-message": {
    fires: `
process api <api>
store work <queue>
api -> work: order`,
    silent: `
process api <api>
store work <queue> [dead-letter-queue]
api -> work: order`,
  },
  "message-acted-on-twice": {
    fires: `
data refunds confidential (payment)
store work <queue> {refunds}
process pay <worker>
work -> pay: refund {refunds}`,
    silent: `
data refunds confidential (payment)
store work <queue> {refunds}
process pay <worker> [idempotency]
work -> pay: refund {refunds}`,
  },
  "revocation-overtaken": {
    fires: `
process rights <policy-engine>
store changes <topic>
rights -> changes: granted, revoked`,
    silent: `
process rights <policy-engine>
store changes <topic> [ordered-processing]
rights -> changes: granted, revoked`,
  },
  "any-producer-speaks-for-all": {
    fires: `
zone shops 40
zone core 80
process till in shops <desktop-app>
store sales in core <stream>
till -> sales: sold [Kafka, mtls]`,
    silent: `
zone shops 40
zone core 80
process till in shops <desktop-app>
store sales in core <stream>
till -> sales: sold [Kafka, mtls, message-signature]`,
  },
  "message-points-elsewhere": {
    fires: `
store work <queue>
process render <worker>
store files <object-storage>
work -> render: make a preview
render -> files: fetch [HTTPS, token]`,
    silent: `
store work <queue>
process render <worker> [object-authorization]
store files <object-storage>
work -> render: make a preview
render -> files: fetch [HTTPS, token]`,
  },
  "backlog-of-one-starves-all": {
    fires: `
zone partner 20
zone core 80
process feed in partner <third-party-service>
store work in core <queue>
feed -> work: listings [HTTPS, token]`,
    silent: `
zone partner 20
zone core 80
process feed in partner <third-party-service>
store work in core <queue> [quota]
feed -> work: listings [HTTPS, token]`,
  },
  "dead-letters-read": {
    fires: `
data cards restricted (payment)
store work <queue> {cards} [dead-letter-queue]`,
    silent: `
data cards restricted (payment)
store work <queue> {cards} [dead-letter-queue, tokenisation]`,
  },
};
