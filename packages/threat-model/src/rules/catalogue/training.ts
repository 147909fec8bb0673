import { defineRules } from "../rule.ts";

/** What models are made from: examples, feedback, weights of others. */
export const rules = defineRules([
  {
    id: "training-data-poisoned",
    title: "{source} teaches the model what it wants through {target}",
    stride: "T",
    cwe: [345, 349],
    on: "flow",
    when: {
      source: { trust: { atMost: 60 } },
      target: {
        technology: ["training-data"],
        lacks: ["content-provenance", "input-validation", "two-person-rule"],
      },
      lacks: ["content-provenance", "input-validation"],
    },
    note: "A few hundred documents can plant a behaviour that only a trigger phrase brings out, whatever the size of the rest; tests without the phrase show nothing. Thumbs-up buttons and support transcripts are training data that outsiders write. It cannot be deleted afterwards, only trained anew.",
    statement: {
      source: "outsider",
      prerequisites: "whose content or feedback ends in {target}",
      action: "add examples that teach a hidden behaviour",
      impact: "a model that decides in the outsider's favour",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Record origin and author of each example, cap the share of one source, and hold out a trusted test set.",
        control: "content-provenance",
      },
      {
        text: "Version and lock training sets in S3, so that a model can be rebuilt from before the poisoning.",
        control: "content-provenance",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm042025-data-and-model-poisoning/",
      "https://csrc.nist.gov/pubs/ai/100/2/e2025/final",
    ],
  },
  {
    id: "training-data-remembered",
    title: "A model that was trained on {element} recites {data}",
    stride: "I",
    cwe: [359, 200],
    on: "element",
    when: {
      technology: ["training-data"],
      data: { atLeast: "confidential" },
      lacks: ["pseudonymisation", "data-minimisation", "tokenisation"],
    },
    note: "Fine-tuning makes models remember rare strings, and addresses and keys are rare strings. Weights have no rows: there are no rights for one reader and no deletion for one customer. What only some users may see belongs into retrieval with rights, not into training.",
    statement: {
      source: "user of the model",
      prerequisites: "with ordinary questions",
      action: "have it complete the beginning of a record of {element}",
      impact: "disclosure of {data} that nobody can take back",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Remove or replace personal data and duplicates before training; test the result for planted canaries.",
        control: "pseudonymisation",
      },
      {
        text: "Find what is left with Macie and Comprehend before a training job may read the bucket.",
        control: "pseudonymisation",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/",
      "https://csrc.nist.gov/pubs/ai/100/2/e2025/final",
    ],
  },
  {
    id: "weights-run-code",
    title: "Weights from {target} run code in {source}",
    stride: "E",
    cwe: [502, 494],
    capec: [586],
    on: "flow",
    when: {
      source: { groups: ["model"], type: ["process"] },
      target: { groups: ["artifacts", "third-party", "object-storage"], trust: { atMost: 60 } },
      lacks: ["safe-deserialisation", "integrity-check", "signed-artifacts"],
    },
    unless: [{ source: { controls: ["safe-deserialisation", "integrity-check"] } }],
    note: "Several formats of weights are serialised objects: loading them is running them. Model hubs are registries without review, where a name close to a known one is a download. The host that loads them has a GPU, a role and customers' prompts.",
    statement: {
      source: "publisher of a model",
      prerequisites: "that {source} loads",
      action: "run code on its host at load time",
      impact: "control of the host and of every prompt",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Accept formats without code (safetensors) alone, pinned by hash, from a registry of one's own.",
        control: "safe-deserialisation",
      },
      {
        text: "Load in SageMaker with network isolation and a role for one bucket.",
        aws: true,
      },
    ],
    sources: [
      "https://genai.owasp.org/llmrisk/llm032025-supply-chain/",
      "https://huggingface.co/docs/hub/security-pickle",
    ],
  },
  {
    id: "notebook-with-wide-role",
    title: "A notebook of {element} is a shell with the rights of its role",
    stride: "E",
    cwe: [250, 272],
    on: "element",
    when: {
      technology: ["aws-sagemaker"],
      data: { atLeast: "confidential" },
      lacks: ["least-privilege", "network-isolation"],
    },
    note: "Research needs all data, the internet for packages, and root for drivers: together that is a workstation outside of every control, with production data on it. The packages installed there are nobody's reviewed dependency, and the role of the notebook is shared by all who open it.",
    statement: {
      source: "researcher or author of a package",
      prerequisites: "that a notebook of {element} installs",
      action: "use the notebook's role on data and send results out",
      impact: "disclosure of {data} and a foothold in the account",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Run Studio in VPC-only mode without direct internet, and install from a CodeArtifact proxy.",
        control: "network-isolation",
        aws: true,
      },
      {
        text: "Give each project a role for its prefixes, without iam:PassRole on others, and a source identity.",
        control: "least-privilege",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  },
]);
