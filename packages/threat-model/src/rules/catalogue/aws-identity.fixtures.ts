import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "role-confused-deputy": {
    fires: `
actor monitor: Monitoring vendor <third-party-service>
process account: Shop account <aws-account>
monitor -> account: read metrics [AWS API, sigv4]`,
    silent: `
actor monitor: Monitoring vendor <third-party-service>
process account: Shop account <aws-account>
monitor -> account: read metrics [AWS API, sigv4, external-id]`,
  },
  "federated-role-subject": {
    fires: `
process ci: Hosted CI <build-service>
process sts <aws-sts>
ci -> sts: assume the deploy role [HTTPS, token]`,
    silent: `
process ci: Hosted CI <build-service>
process sts <aws-sts>
ci -> sts: assume the deploy role [HTTPS, token, token-validation]`,
  },
  "long-lived-access-key": {
    fires: `
process erp: Old ERP <api>
store exports <aws-s3>
erp -> exports: nightly export [AWS API, api-key]`,
    silent: `
process erp: Old ERP <api>
store exports <aws-s3>
erp -> exports: nightly export [AWS API, sigv4]`,
  },
  "pass-role-path": {
    fires: `
actor engineer <employee>
process stacks <aws-cloudformation>
engineer -> stacks: deploy [AWS API, sigv4]`,
    silent: `
actor engineer <employee>
process stacks <aws-cloudformation> [permissions-boundary]
engineer -> stacks: deploy [AWS API, sigv4]`,
  },
  "shared-role-nobody-named": {
    fires: `
actor operator <employee>
store customers <aws-dynamodb>
operator -> customers: repair [AWS API, sigv4]`,
    silent: `
actor operator <employee>
store customers <aws-dynamodb>
operator -> customers: repair [AWS API, sigv4, source-identity]`,
  },
  "session-outlives-key": {
    fires: `
actor engineer <employee>
process sts <aws-sts>
engineer -> sts: assume a role [AWS API, sigv4]`,
    silent: `
actor engineer <employee>
process sts <aws-sts> [session-expiry]
engineer -> sts: assume a role [AWS API, sigv4]`,
  },
  "staff-pool-open-to-all": {
    fires: `
actor clerk <employee>
process pool: Staff pool <aws-cognito>
clerk -> pool: sign in [HTTPS, password]`,
    silent: `
actor clerk <employee>
process pool: Staff pool <aws-cognito> [sign-up-restricted]
clerk -> pool: sign in [HTTPS, password]`,
  },
  "user-writes-own-claims": {
    fires: `
process app <mobile-app>
process pool <aws-cognito>
app -> pool: sign in [HTTPS, password]`,
    silent: `
process app <mobile-app>
process pool <aws-cognito> [verified-attributes]
app -> pool: sign in [HTTPS, password]`,
  },
};
