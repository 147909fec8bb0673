import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "prompt-takes-over": {
    fires: `
zone internet 0
zone cloud 80
actor buyer in internet <person>
process chat in cloud <language-model>
buyer -> chat: ask [HTTPS, session]`,
    silent: `
zone internet 0
zone cloud 80
actor buyer in internet <person>
process chat in cloud <language-model> [output-filter]
buyer -> chat: ask [HTTPS, session]`,
  },
  "model-answer-executed": {
    fires: `
process chat <language-model>
process page <web-app>
chat -> page: answer`,
    silent: `
process chat <language-model>
process page <web-app> [output-encoding]
chat -> page: answer`,
  },
  "answer-carries-data-out": {
    fires: `
data mails confidential (content)
process assistant <agent>
process page <browser>
assistant -> page: answer {mails}`,
    silent: `
data mails confidential (content)
process assistant <agent>
process page <browser> [content-security-policy]
assistant -> page: answer {mails}`,
  },
  "tokens-cost-money": {
    fires: `
zone internet 0
zone cloud 80
actor buyer in internet <person>
process chat in cloud <aws-bedrock>
buyer -> chat: ask [HTTPS, session, rate-limit]`,
    silent: `
zone internet 0
zone cloud 80
actor buyer in internet <person>
process chat in cloud <aws-bedrock> [quota]
buyer -> chat: ask [HTTPS, session, rate-limit]`,
  },
  "customer-data-to-provider": {
    fires: `
zone cloud 80
zone provider 50
data tickets confidential (personal)
process support in cloud <api>
process llm in provider <language-model>
support -> llm: summarise [HTTPS, api-key] {tickets}`,
    silent: `
zone cloud 80
zone provider 50
data tickets confidential (personal)
process support in cloud <api>
process llm in provider <language-model>
support -> llm: summarise [HTTPS, api-key, pseudonymisation] {tickets}`,
  },
};
