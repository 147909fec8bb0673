import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "instance-metadata-credentials": {
    fires: `
zone internet 0
zone cloud 80
actor visitor in internet <person>
process preview in cloud: Link preview <aws-ec2>
visitor -> preview: link [HTTPS, session]`,
    silent: `
zone internet 0
zone cloud 80
actor visitor in internet <person>
process preview in cloud: Link preview <aws-ec2> [imdsv2]
visitor -> preview: link [HTTPS, session]`,
  },
  "task-takes-node-role": {
    fires: `
process tasks <aws-ecs>`,
    silent: `
process tasks <aws-ecs> [workload-identity]`,
  },
  "event-field-injected": {
    fires: `
zone internet 0
zone cloud 80
process app in internet <mobile-app>
store uploads in cloud <aws-s3>
process resize in cloud <aws-lambda>
app -> uploads: put [HTTPS, signed-url]
uploads -> resize: object created`,
    silent: `
zone internet 0
zone cloud 80
process app in internet <mobile-app>
store uploads in cloud <aws-s3>
process resize in cloud <aws-lambda> [input-validation]
app -> uploads: put [HTTPS, signed-url]
uploads -> resize: object created`,
  },
  "function-with-rights-of-many": {
    fires: `
zone internet 0
zone cloud 80
data orders confidential
process page in internet <browser>
process api in cloud <aws-lambda>
store table in cloud <aws-dynamodb> {orders}
page -> api: order [HTTPS, session] {orders}
api -> table: write [AWS API, sigv4] {orders}`,
    silent: `
zone internet 0
zone cloud 80
data orders confidential
process page in internet <browser>
process api in cloud <aws-lambda> [least-privilege]
store table in cloud <aws-dynamodb> {orders}
page -> api: order [HTTPS, session] {orders}
api -> table: write [AWS API, sigv4] {orders}`,
  },
  "secret-in-configuration": {
    fires: `
process api <aws-lambda>
store db <aws-rds>
api -> db: query [SQL, password, tls]`,
    silent: `
process api <aws-lambda>
store db <aws-rds>
store secrets <aws-secrets-manager>
api -> db: query [SQL, password, tls]
api -> secrets: fetch at start [AWS API, sigv4]`,
  },
  "warm-function-remembers": {
    fires: `
data scans restricted (health)
process read <aws-lambda> {scans}`,
    silent: `
data scans restricted (health)
process read <aws-lambda> {scans} [tenant-isolation]`,
  },
  "usage-key-taken-for-identity": {
    fires: `
actor reseller <partner>
process api <aws-api-gateway>
reseller -> api: order [HTTPS, api-key]`,
    silent: `
actor reseller <partner>
process api <aws-api-gateway>
reseller -> api: order [HTTPS, sigv4]`,
  },
  "authoriser-answer-reused": {
    fires: `
process gateway <aws-api-gateway>
process decide <policy-engine>
gateway -> decide: may this token [AWS API, token]`,
    silent: `
process gateway <aws-api-gateway>
process decide <policy-engine>
gateway -> decide: may this token [AWS API, token, function-authorization]`,
  },
};
