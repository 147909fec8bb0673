import { concepts, type MapEntry } from "./map.ts";

/** Amazon's values as the brief has them. A track can serve one as a whole: see `serves` in track.ts. */
export const values = [
  {
    id: "value-customer-trust",
    title: "Customer trust",
    // What a customer would read about: their account, their money, their data, their home.
    concepts: concepts(`
      account-recovery account-takeover assistant-memory card-data-scope content-entitlement
      data-exposure data-minimisation device-identity fraud location-of-workers lost-device
      object-level-authorisation ownership-transfer pairing payments pci-scope price-integrity privacy
      purpose-limitation re-identification read-accountability shared-voice-devices
      strong-customer-authentication tokenisation voice-recordings`),
  },
  {
    id: "value-high-standards",
    title: "High standards",
    // Repairs that hold everywhere and stay: root causes, siblings, defaults, proof.
    concepts: concepts(`
      acceptance-criteria bug-classes ci-gate code-review defence-in-depth exploit-mitigations fail-closed
      fail-safe-defaults fuzzing incident-follow-up incident-review mitigations post-incident-review
      remediation root-cause secure-defaults security-requirements severity suppressions
      triage variant-analysis vulnerability-management`),
  },
  {
    id: "value-scale",
    title: "Thinking at scale",
    concepts: concepts(`
      availability bulkheads certificate-rotation crypto-agility crypto-inventory data-migration ddos
      deduplication edge-protection governance graceful-degradation guard-rails hot-counter idempotence
      inventory load-shedding migration multi-tenancy organisation organisations pagination
      partial-failure policy-as-code policy-engine prefix-lists rate-limiting regions risk-tiers scale
      strategy throttling tenant-rows`),
  },
  {
    id: "value-innovation",
    title: "Innovation",
    // The brief's "novel approaches": whole classes closed, tools instead of toil, new kinds of systems.
    concepts: concepts(`
      agents automation-bias bug-classes deception false-positives fuzzing guard-rails llm-evaluation
      metrics model-supply-chain paved-road policy-as-code post-quantum prompt-injection secure-defaults
      static-analysis taint trusted-types variant-analysis`),
  },
  {
    id: "value-collaboration",
    title: "Collaboration",
    // With development teams, not against them.
    concepts: concepts(`
      adoption-metrics ci-gate code-review developer-experience false-positives feedback-loops governance
      launch-decision ownership paved-road prioritisation residual-risk risk-acceptance scanner-triage
      sdlc security-requirements shift-left suppressions triage`),
  },
] as const satisfies readonly MapEntry[];
