import { model as shape, type Model } from "../model/model.ts";

/** For tests: what somebody may write who wants to break a report. */
export const hostile = [
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(1)>",
  "</title></style></svg><svg onload=alert(1)>",
  "]]><!-- --><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
  `" onmouseover="alert(1)`,
  "' onfocus='alert(1)",
  "[x](javascript:alert(1))",
  "![x](https://example.com/track.png)",
  "<javascript:alert(1)>",
  "| a | b |\n|---|---|\n# heading\n- item\n\n```\nfence",
  "\u0000\u0007\u001b[31m\ud800\uffff\u202e",
  "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
  "a".repeat(100),
  "",
];

/** A model in which every text that a person may write is this one. */
export const modelOf = (text: string): Model =>
  shape.parse({
    format: 1,
    title: text,
    description: text,
    owner: text,
    zones: [{ id: "z", name: text, trust: 0, description: text }],
    elements: [
      {
        id: "a",
        name: text,
        type: "actor",
        zone: "z",
        description: text,
        tags: [text.slice(0, 100)],
      },
      { id: "b", name: text, type: "store", data: ["d"], outOfScope: { reason: text } },
      { id: "c", name: text, type: "process", zone: "z" },
    ],
    flows: [{ id: "f", name: text, source: "a", target: "c", description: text, data: ["d"] }],
    data: [{ id: "d", name: text, class: "restricted", description: text }],
    assumptions: [{ id: "s", text, about: ["a"] }],
    threats: [
      {
        id: "t",
        title: text,
        statement: {
          source: text,
          prerequisites: text,
          action: text,
          impact: text,
          goals: [text],
          assets: [text],
        },
        targets: ["a", "f"],
        stride: ["S"],
        reason: text,
        owner: text,
        notes: text,
        mitigations: ["m"],
        risk: { likelihood: 3, impact: 3 },
      },
    ],
    mitigations: [{ id: "m", text, owner: text, notes: text }],
    decisions: [{ finding: `rule:${text}`.slice(0, 400), state: "accepted", reason: text }],
  });
