import { z } from "zod";

import { groups } from "../model/technologies.ts";
import {
  authentications,
  dataClasses,
  dataKinds,
  elementTypes,
  encryptions,
  strideCategories,
} from "../model/words.ts";

/**
 * A rule is data: what it looks at, when it speaks, what silences it, and what it teaches. It can be read,
 * counted and written by hand, and a team's own rules stand in a file beside its models.
 *
 * All that a test names has to hold. In a list of words one of them is enough; in `lacks`, none may be there.
 */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const range = z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() });

export const dataTest = z.strictObject({
  /** Some asset is of this class or above. */
  atLeast: z.enum(dataClasses).optional(),
  /** Some asset is of one of these kinds. With `atLeast`, one asset is both. */
  kinds: z.array(z.enum(dataKinds)).min(1).optional(),
});
export type DataTest = z.infer<typeof dataTest>;

export type ElementTest = {
  type?: (typeof elementTypes)[number][];
  /** Its technology is of one of these groups. */
  groups?: (typeof groups)[number][];
  notGroups?: (typeof groups)[number][];
  technology?: string[];
  /** It has one of these controls. */
  controls?: string[];
  /** It has none of these controls. */
  lacks?: string[];
  /** Of its innermost zone. */
  trust?: z.infer<typeof range>;
  /** Among its own assets and those of its flows. */
  data?: DataTest;
  /** Among its own assets alone. */
  holds?: DataTest;
  /** Flows away from whoever may be an attacker; see graph.ts. */
  distance?: z.infer<typeof range>;
  /** Some flow to it, or away from it, is so. */
  incoming?: FlowTest;
  outgoing?: FlowTest;
  /** No flow to it, or away from it, is so. */
  noIncoming?: FlowTest;
  noOutgoing?: FlowTest;
  /** Besides all of the above, one of these holds. */
  any?: ElementTest[];
};

export type FlowTest = {
  source?: ElementTest;
  target?: ElementTest;
  /** Whether its ends stand in different zones. */
  crosses?: boolean;
  /** Trust of the target less that of the source. */
  rise?: z.infer<typeof range>;
  protocol?: string[];
  authentication?: (typeof authentications)[number][];
  encryption?: (typeof encryptions)[number][];
  controls?: string[];
  lacks?: string[];
  data?: DataTest;
  bidirectional?: boolean;
  /** Besides all of the above, one of these holds. */
  any?: FlowTest[];
};

const words = z.array(slug).min(1).optional();

export const elementTest: z.ZodType<ElementTest> = z.lazy(() =>
  z.strictObject({
    type: z.array(z.enum(elementTypes)).min(1).optional(),
    groups: z.array(z.enum(groups)).min(1).optional(),
    notGroups: z.array(z.enum(groups)).min(1).optional(),
    technology: words,
    controls: words,
    lacks: words,
    trust: range.optional(),
    data: dataTest.optional(),
    holds: dataTest.optional(),
    distance: range.optional(),
    incoming: flowTest.optional(),
    outgoing: flowTest.optional(),
    noIncoming: flowTest.optional(),
    noOutgoing: flowTest.optional(),
    any: z.array(elementTest).min(1).optional(),
  }),
);

export const flowTest: z.ZodType<FlowTest> = z.lazy(() =>
  z.strictObject({
    source: elementTest.optional(),
    target: elementTest.optional(),
    crosses: z.boolean().optional(),
    rise: range.optional(),
    protocol: words,
    authentication: z.array(z.enum(authentications)).min(1).optional(),
    encryption: z.array(z.enum(encryptions)).min(1).optional(),
    controls: words,
    lacks: words,
    data: dataTest.optional(),
    bidirectional: z.boolean().optional(),
    any: z.array(flowTest).min(1).optional(),
  }),
);

/**
 * Title and statement may name the parts that a rule looks at: {source}, {flow}, {target}, {element}, and
 * {data} for the assets concerned. Note and mitigations are shown as they are.
 */
const told = {
  id: slug,
  /** What could happen, a short clause: "{source} is impersonated to {target}". */
  title: z.string().min(8).max(120),
  stride: z.enum(strideCategories),
  cwe: z.array(z.int().positive()).max(4),
  capec: z.array(z.int().positive()).max(4).default([]),
  /** How much worse than usual, 3, or less, 1. Two rules on the same place are told apart by it. */
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
  /** What a reviewer has to know: why it happens, what is often overlooked. Two or three sentences. */
  note: z.string().min(40).max(700),
  /** Begins a threat statement. */
  statement: z.strictObject({
    source: z.string(),
    prerequisites: z.string(),
    action: z.string(),
    impact: z.string(),
    goals: z
      .array(z.enum(["confidentiality", "integrity", "availability", "accountability"]))
      .min(1),
  }),
  mitigations: z
    .array(
      z.strictObject({
        text: z.string().min(10).max(300),
        /** The control that it puts in place; the rule, or one like it, is silenced by that. */
        control: slug.optional(),
        /** Whether it names what AWS offers for it. */
        aws: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(5),
  /** Addresses of what it stands on. */
  sources: z.array(z.url()).min(1).max(4),
};

export const rule = z.discriminatedUnion("on", [
  z.strictObject({
    ...told,
    on: z.literal("flow"),
    when: flowTest,
    /** Each of these alone silences it. */
    unless: z.array(flowTest).default([]),
  }),
  z.strictObject({
    ...told,
    on: z.literal("element"),
    when: elementTest,
    unless: z.array(elementTest).default([]),
  }),
]);
export type Rule = z.infer<typeof rule>;

/** As a rule is written: defaults may be left out. */
export type RuleInput = z.input<typeof rule>;
export const defineRules = (rules: readonly RuleInput[]): readonly RuleInput[] => rules;

/** Of each rule, a model in typed lines on which it speaks, and one, as near as can be, on which it is silent. */
export type RuleFixtures = Readonly<Record<string, { fires: string; silent: string }>>;
