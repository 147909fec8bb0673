import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "fork-build-gets-secrets": {
    fires: `
zone internet 0
zone company 80
actor stranger in internet <person>
store code in company <source-control>
process ci in company <build-service>
stranger -> code: pull request [HTTPS, session]
code -> ci: build`,
    silent: `
zone internet 0
zone company 80
actor stranger in internet <person>
store code in company <source-control>
process ci in company <build-service> [secretless-builds]
stranger -> code: pull request [HTTPS, session]
code -> ci: build`,
  },
  "one-push-becomes-production": {
    fires: `
store code <source-control>
process release <deployment-service>
code -> release: main changed`,
    silent: `
store code <source-control> [code-review]
process release <deployment-service>
code -> release: main changed`,
  },
  "dependency-confusion": {
    fires: `
zone internet 0
zone company 80
process ci in company <build-service>
store packages in internet: Public packages <artifact-registry>
ci -> packages: install [HTTPS]`,
    silent: `
zone internet 0
zone company 80
process ci in company <build-service> [private-namespace]
store packages in internet: Public packages <artifact-registry>
ci -> packages: install [HTTPS]`,
  },
  "pipeline-step-replaced": {
    fires: `
zone internet 0
zone company 80
process ci in company <build-service>
store steps in internet: Public actions <source-control>
ci -> steps: use step@v4 [HTTPS]`,
    silent: `
zone internet 0
zone company 80
process ci in company <build-service> [pinned-dependencies]
store steps in internet: Public actions <source-control>
ci -> steps: use step [HTTPS]`,
  },
  "build-poisons-next-build": {
    fires: `
process ci <build-service>`,
    silent: `
process ci <build-service> [isolated-build]`,
  },
  "tag-moves-after-test": {
    fires: `
store images <aws-ecr>`,
    silent: `
store images <aws-ecr> [immutable-storage]`,
  },
  "artifact-runs-unsigned": {
    fires: `
process release <aws-codepipeline>
process api <aws-lambda>
release -> api: update code [AWS API, sigv4]`,
    silent: `
process release <aws-codepipeline>
process api <aws-lambda>
release -> api: update code [AWS API, sigv4, signed-artifacts]`,
  },
  "artifact-origin-unknown": {
    fires: `
process ci <build-service>
store images <artifact-registry>
ci -> images: push [HTTPS, token]`,
    silent: `
process ci <build-service>
store images <artifact-registry>
ci -> images: push [HTTPS, token, build-provenance]`,
  },
};
