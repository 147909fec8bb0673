import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "deployer-may-everything": {
    fires: `
process release <deployment-service>`,
    silent: `
process release <deployment-service> [permissions-boundary]`,
  },
  "signing-on-request": {
    fires: `
process ci <build-service>
process signer <signing-service>
ci -> signer: sign this [HTTPS, mtls]`,
    silent: `
process ci <build-service>
process signer <signing-service> [build-provenance]
ci -> signer: sign this [HTTPS, mtls]`,
  },
  "commit-author-is-text": {
    fires: `
store code <source-control>`,
    silent: `
store code <source-control> [signed-commits]`,
  },
  "state-file-tells-all": {
    fires: `
process stacks <deployment-service>
store state <aws-s3>
stacks -> state: keep state [AWS API, sigv4]`,
    silent: `
process stacks <deployment-service>
store state <aws-s3> [resource-policy]
stacks -> state: keep state [AWS API, sigv4]`,
  },
};
