import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "event-from-foreign-source": {
    fires: `
store uploads <aws-s3>
store work <aws-sqs>
uploads -> work: object created`,
    silent: `
store uploads <aws-s3>
store work <aws-sqs> [source-condition]
uploads -> work: object created`,
  },
  "queue-takes-from-other-accounts": {
    fires: `
zone shop 80
zone seller 40
process stock in seller <api>
store work in shop <aws-sqs>
stock -> work: stock level [AWS API, sigv4]`,
    silent: `
zone shop 80
zone seller 40
process stock in seller <api>
store work in shop <aws-sqs> [resource-policy]
stock -> work: stock level [AWS API, sigv4]`,
  },
  "topic-subscribed-by-stranger": {
    fires: `
data orders confidential
store placed <aws-sns> {orders}`,
    silent: `
data orders confidential
store placed <aws-sns> {orders} [resource-policy]`,
  },
  "notification-not-verified": {
    fires: `
store bounces <aws-sns>
process mailer <api>
bounces -> mailer: bounced [HTTPS]`,
    silent: `
store bounces <aws-sns>
process mailer <api>
bounces -> mailer: bounced [HTTPS, message-signature]`,
  },
  "event-bus-claims-source": {
    fires: `
zone reviews 70
zone core 80
process rating in reviews <aws-lambda>
store bus in core <aws-eventbridge>
rating -> bus: review written [AWS API, sigv4]`,
    silent: `
zone reviews 70
zone core 80
process rating in reviews <aws-lambda>
store bus in core <aws-eventbridge> [resource-policy]
rating -> bus: review written [AWS API, sigv4]`,
  },
  "mail-sender-believed": {
    fires: `
process inbox <aws-ses>
process tickets <aws-lambda>
inbox -> tickets: mail received`,
    silent: `
process inbox <aws-ses>
process tickets <aws-lambda> [sender-authentication]
inbox -> tickets: mail received`,
  },
  "stream-read-whole": {
    fires: `
zone core 80
zone ads 60
data orders confidential (personal)
store placed in core <aws-kinesis>
process audience in ads <aws-lambda>
audience -> placed: read [AWS API, sigv4] {orders}`,
    silent: `
zone core 80
zone ads 60
data orders confidential (personal)
store placed in core <aws-kinesis> [data-minimisation]
process audience in ads <aws-lambda>
audience -> placed: read [AWS API, sigv4] {orders}`,
  },
};
