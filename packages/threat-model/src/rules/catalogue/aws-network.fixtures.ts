import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "bucket-behind-cdn-reachable": {
    fires: `
process edge <aws-cloudfront>
store films <aws-s3>
edge -> films: fetch [HTTPS]`,
    silent: `
process edge <aws-cloudfront>
store films <aws-s3> [origin-access-control]
edge -> films: fetch [HTTPS]`,
  },
  "origin-behind-cdn-reachable": {
    fires: `
process edge <aws-cloudfront>
process balancer <aws-alb>
edge -> balancer: forward [HTTPS, no authentication]`,
    silent: `
process edge <aws-cloudfront>
process balancer <aws-alb> [network-isolation]
edge -> balancer: forward [HTTPS, no authentication]`,
  },
  "subdomain-taken-over": {
    fires: `
process names <aws-route-53>
actor helpdesk: Hosted help desk <third-party-service>
names -> helpdesk: help.shop.example`,
    silent: `
process names <aws-route-53> [dangling-record-check]
actor helpdesk: Hosted help desk <third-party-service>
names -> helpdesk: help.shop.example`,
  },
  "endpoint-carries-data-out": {
    fires: `
process job <aws-ecs>
process endpoint <aws-privatelink>
store results <aws-s3>
job -> endpoint: write [AWS API, sigv4]
endpoint -> results: write [AWS API, sigv4]`,
    silent: `
process job <aws-ecs>
process endpoint <aws-privatelink> [endpoint-policy]
store results <aws-s3>
job -> endpoint: write [AWS API, sigv4]
endpoint -> results: write [AWS API, sigv4]`,
  },
  "endpoint-service-unknown-caller": {
    fires: `
zone buyer 40: Customer's account
zone seller 80: Our account
process caller in buyer <api>
process service in seller <aws-privatelink>
caller -> service: quote [HTTPS, network]`,
    silent: `
zone buyer 40: Customer's account
zone seller 80: Our account
process caller in buyer <api>
process service in seller <aws-privatelink>
caller -> service: quote [HTTPS, mtls]`,
  },
  "transit-joins-all": {
    fires: `
process hub <aws-transit-gateway>`,
    silent: `
process hub <aws-transit-gateway> [network-policy]`,
  },
  "balancer-identity-header": {
    fires: `
process page <browser>
process balancer <aws-alb>
process shop <web-app>
page -> balancer: open [HTTPS, session]
balancer -> shop: forward [HTTP, network]`,
    silent: `
process page <browser>
process balancer <aws-alb>
process shop <web-app> [token-validation]
page -> balancer: open [HTTPS, session]
balancer -> shop: forward [HTTP, network]`,
  },
};
