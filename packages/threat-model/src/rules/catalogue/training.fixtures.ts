import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "training-data-poisoned": {
    fires: `
zone internet 0
zone cloud 80
actor buyer in internet <person>
store feedback in cloud <training-data>
buyer -> feedback: thumbs up [HTTPS, session]`,
    silent: `
zone internet 0
zone cloud 80
actor buyer in internet <person>
store feedback in cloud <training-data> [content-provenance]
buyer -> feedback: thumbs up [HTTPS, session]`,
  },
  "training-data-remembered": {
    fires: `
data tickets confidential (personal)
store examples <training-data> {tickets}`,
    silent: `
data tickets confidential (personal)
store examples <training-data> {tickets} [pseudonymisation]`,
  },
  "weights-run-code": {
    fires: `
zone internet 0
zone cloud 80
store hub in internet: Model hub <artifact-registry>
process llm in cloud <language-model>
llm -> hub: load weights [HTTPS]`,
    silent: `
zone internet 0
zone cloud 80
store hub in internet: Model hub <artifact-registry>
process llm in cloud <language-model> [safe-deserialisation]
llm -> hub: load weights [HTTPS]`,
  },
  "notebook-with-wide-role": {
    fires: `
data orders confidential (personal)
process lab <aws-sagemaker> {orders}`,
    silent: `
data orders confidential (personal)
process lab <aws-sagemaker> {orders} [network-isolation]`,
  },
};
