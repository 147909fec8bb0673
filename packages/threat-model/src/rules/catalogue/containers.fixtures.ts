import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "pod-takes-node-role": {
    fires: `
process cluster <aws-eks>`,
    silent: `
process cluster <aws-eks> [workload-identity]`,
  },
  "container-escape": {
    fires: `
zone internet 0
zone cloud 80
actor visitor in internet <person>
process web in cloud <container>
visitor -> web: browse [HTTPS]`,
    silent: `
zone internet 0
zone cloud 80
actor visitor in internet <person>
process web in cloud <container> [non-root]
visitor -> web: browse [HTTPS]`,
  },
  "cluster-api-exposed": {
    fires: `
zone internet 0
zone cloud 80
process pipeline in internet <build-service>
process cluster in cloud <kubernetes>
pipeline -> cluster: apply [HTTPS, token]`,
    silent: `
zone internet 0
zone cloud 80
process pipeline in cloud <build-service>
process cluster in cloud <kubernetes>
pipeline -> cluster: apply [HTTPS, token]`,
  },
  "service-account-token-used": {
    fires: `
process cluster <kubernetes>`,
    silent: `
process cluster <kubernetes> [least-privilege]`,
  },
  "cluster-secrets-in-clear": {
    fires: `
data logins restricted (credentials)
process cluster <kubernetes> {logins}`,
    silent: `
data logins restricted (credentials)
process cluster <kubernetes> {logins} [encryption-at-rest]`,
  },
  "pod-network-flat": {
    fires: `
process cluster <kubernetes>`,
    silent: `
process cluster <kubernetes> [network-policy]`,
  },
  "image-not-verified": {
    fires: `
process cluster <kubernetes>
store images <artifact-registry>
cluster -> images: pull [HTTPS, token]`,
    silent: `
process cluster <kubernetes> [admission-control]
store images <artifact-registry>
cluster -> images: pull [HTTPS, token]`,
  },
  "host-socket-mounted": {
    fires: `
process builder <container>
process node <virtual-machine>
builder -> node: runtime socket [IPC]`,
    silent: `
process builder <container>
process node <virtual-machine>
builder -> node: runtime API [HTTPS, mtls]`,
  },
};
