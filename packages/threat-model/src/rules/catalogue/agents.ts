import { defineRules } from "../rule.ts";

/** Models that act: what they read, which tools they hold, in whose name. */
export const rules = defineRules([
  {
    id: "content-gives-orders",
    title: "Text from {target} gives orders to {source}",
    stride: "T",
    cwe: [74, 349],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["agent"], lacks: ["instruction-isolation"] },
      target: {
        groups: [
          "third-party",
          "messaging",
          "vector-store",
          "object-storage",
          "search",
          "web-app",
          "browser",
        ],
      },
      lacks: ["instruction-isolation", "content-provenance"],
    },
    note: "The attacker never meets the agent: a review, an invoice or a calendar entry waits until a customer's own assistant reads it, with the customer's rights. Filters know yesterday's wording. What holds is a design in which an agent that has read untrusted text cannot both see secrets and send anything out.",
    statement: {
      source: "author of a page, mail or document",
      prerequisites: "that {source} will read for somebody else",
      action: "hide instructions in it that {source} carries out",
      impact: "actions and disclosures in the name of the customer",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Let a model without tools read such content and hand on typed fields only; the one with tools never sees the text.",
        control: "instruction-isolation",
      },
      {
        text: "Once untrusted content is in the context, take away tools that send, pay or delete, or ask the customer.",
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
      "https://csrc.nist.gov/pubs/ai/100/2/e2025/final",
    ],
  },
  {
    id: "agent-acts-unasked",
    title: "{source} uses {target} for something that nobody asked for",
    stride: "E",
    cwe: [250, 285],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["agent"], lacks: ["human-approval", "tool-allow-list"] },
      target: {
        groups: ["tool", "payment", "messaging", "admin", "deployment"],
        lacks: ["human-approval"],
      },
      lacks: ["human-approval", "tool-allow-list"],
    },
    note: "Agents get the whole API because it was there: a tool that searches mail also sends it. A confirmation helps only if it shows what will happen in words that the model did not write, and not for every step, or people press yes. Give rights for the task, not for the assistant.",
    statement: {
      source: "author of injected text, or a mistake of the model",
      prerequisites: "with all functions of {target} at hand",
      action: "have {source} order, send or delete",
      impact: "harm that a customer did not ask for and pays for",
      goals: ["integrity", "availability"],
    },
    mitigations: [
      {
        text: "Make narrow tools with few typed arguments, and split reading from changing.",
        control: "tool-allow-list",
      },
      {
        text: "Ask the customer before money moves or messages leave, with a text made by code from the arguments.",
        control: "human-approval",
      },
      {
        text: "Bedrock Agents can return control or ask for confirmation before an action group runs.",
        control: "human-approval",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm062025-excessive-agency/",
      "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-userconfirmation.html",
    ],
  },
  {
    id: "tool-with-service-rights",
    title: "A customer reaches through {source} what {target} would refuse",
    stride: "E",
    cwe: [441, 862],
    capec: [122],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["agent", "tool"], lacks: ["user-scoped-tools"] },
      target: {
        type: ["process", "store"],
        groups: ["api", "database", "object-storage", "web-app", "admin", "search", "function"],
        notGroups: ["tool", "vector-store"],
      },
      authentication: ["sigv4", "mtls", "api-key", "shared-secret", "password", "network"],
      lacks: ["user-scoped-tools"],
    },
    note: "The tool signs in as a service and takes the customer's number as an argument, which the model fills in, from a text that the customer or an attacker wrote. That is an object reference with a language model in front. The identity has to come from the session, past the model.",
    statement: {
      source: "signed-in customer",
      prerequisites: "who chats with {source}",
      action: "ask for another customer's order by its number",
      impact: "disclosure or change of other customers' data",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Call with the customer's own token (token exchange), so that the API's own checks apply.",
        control: "user-scoped-tools",
      },
      {
        text: "Pass the identity as a Bedrock session attribute or through AgentCore Identity, never as a tool argument.",
        control: "user-scoped-tools",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm062025-excessive-agency/",
      "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-session-state.html",
    ],
  },
  {
    id: "context-of-another-user",
    title: "{source} brings one customer's content into another's answer from {target}",
    stride: "I",
    cwe: [488, 668],
    on: "flow",
    when: {
      source: { groups: ["model", "agent", "api", "tool"] },
      target: {
        groups: ["vector-store"],
        lacks: ["tenant-isolation", "object-authorization"],
      },
      data: { atLeast: "confidential" },
      lacks: ["tenant-isolation", "object-authorization"],
    },
    note: "Similarity knows no rights: the nearest text is found whoever owns it. Filtering after the search lets the best matches fall out, and an instruction not to mention them is no filter. Rights also change after indexing; a copy of yesterday's rights is a leak that waits.",
    statement: {
      source: "customer",
      prerequisites: "with a question that resembles another customer's document",
      action: "receive passages of it in the answer",
      impact: "disclosure of {data} between customers",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Keep one index or namespace for each tenant, chosen from the session and not by the model.",
        control: "tenant-isolation",
      },
      {
        text: "Filter by metadata inside the query (Bedrock Knowledge Bases), and check the right at the source before use.",
        control: "object-authorization",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm082025-vector-and-embedding-weaknesses/",
      "https://docs.aws.amazon.com/bedrock/latest/userguide/kb-test-config.html",
    ],
  },
  {
    id: "retrieval-poisoned",
    title: "{source} plants text in {target} that later answers rest on",
    stride: "T",
    cwe: [345, 349],
    on: "flow",
    when: {
      source: { type: ["process", "actor"], trust: { atMost: 60 }, notGroups: ["model"] },
      target: {
        groups: ["vector-store"],
        lacks: ["content-provenance", "input-validation"],
      },
      lacks: ["content-provenance", "input-validation"],
    },
    note: "A passage needs no popularity to be found: written like the question, it is the nearest. White text on white and alt attributes are indexed too. One planted page in a wiki answers each employee who asks how to reset a password.",
    statement: {
      source: "outsider or contributor",
      prerequisites: "whose text is indexed in {target}",
      action: "write a passage that matches a common question and answers it falsely",
      impact: "wrong advice or orders given with the company's authority",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Index only sources with an owner, keep the origin with each passage, rank by trust, and show it beside the answer.",
        control: "content-provenance",
      },
      { text: "Strip what a reader would not see, and review new documents of outsiders." },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm042025-data-and-model-poisoning/",
      "https://genai.owasp.org/llmrisk/llm082025-vector-and-embedding-weaknesses/",
    ],
  },
  {
    id: "tool-changes-after-approval",
    title: "{target} changes what it does, or says it does, after {source} was given it",
    stride: "T",
    cwe: [829, 494],
    capec: [446],
    on: "flow",
    when: {
      source: { groups: ["agent"], lacks: ["pinned-dependencies"] },
      target: { groups: ["tool"], trust: { atMost: 60 }, lacks: ["integrity-check"] },
      crosses: true,
      lacks: ["pinned-dependencies", "integrity-check"],
    },
    note: "The description of a tool is part of the prompt, and a remote server sends it anew each time: approved on Monday, it can say on Tuesday that every call must include the last mail. One tool's description can also redirect the use of another. Review of the code does not see it.",
    statement: {
      source: "operator or intruder of {target}",
      prerequisites: "that was approved once",
      action: "change its description or answers so that {source} hands over data",
      impact: "disclosure and actions through tools that were trusted",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Pin tool descriptions by hash and ask again when one changes.",
        control: "pinned-dependencies",
      },
      {
        text: "Put a gateway with a list of allowed tools between agent and remote servers (AgentCore Gateway).",
        control: "integrity-check",
        aws: true,
      },
    ],
    sources: [
      "https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices",
      "https://genai.owasp.org/llmrisk/llm032025-supply-chain/",
    ],
  },
  {
    id: "agent-deed-without-author",
    title: "Nobody can say whether a person or {source} decided what happened in {target}",
    stride: "R",
    cwe: [778, 223],
    on: "flow",
    when: {
      source: { groups: ["agent", "tool"], lacks: ["audit-log", "user-scoped-tools"] },
      target: {
        groups: ["api", "payment", "admin", "tool", "database", "messaging", "third-party"],
      },
      lacks: ["audit-log", "signed-receipt", "user-scoped-tools"],
    },
    note: "The log of the target names the agent's role, the chat's log names the customer, and no number joins them. The customer denies having asked, and may be right: injected text asked. Only the full context of that step, with the passages read, shows who did.",
    statement: {
      source: "customer or author of injected text",
      prerequisites: "after {source} acted",
      action: "deny having asked for the action",
      impact: "disputes that cannot be settled and attacks that cannot be traced",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Record for each tool call the user, the turn, the passages in context and the confirmation, under one trace id.",
        control: "audit-log",
      },
      {
        text: "Turn on Bedrock's model invocation logging, which is off by default, and CloudTrail data events for agents; set the customer as session tag.",
        control: "audit-log",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
      "https://genai.owasp.org/llmrisk/llm062025-excessive-agency/",
    ],
  },
]);
