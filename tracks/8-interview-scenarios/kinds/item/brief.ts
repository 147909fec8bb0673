import { z } from "zod";
import { slug } from "@loopwright/core";

const topics = [
  "threat-modelling",
  "code-review",
  "life-cycle",
  "web",
  "authentication",
  "authorisation",
  "cryptography",
  "tls",
  "network",
  "ddos",
  "cloud",
  "iam",
  "containers",
  "memory",
  "supply-chain",
  "incident-response",
  "ai",
  "novel",
] as const;

const rounds = ["assessment", "phone", "loop"] as const;

/** A path inside the drill's files/: relative, with forward slashes, without dot segments. */
export const path = z
  .string()
  .max(200)
  .regex(/^(?!\.)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, "a relative path such as receipt_download.py");

const common = {
  topic: z.enum(topics, { error: `topic is one of ${topics.join(", ")}` }),
  rounds: z.array(z.enum(rounds)).min(1, "name at least one round"),
};

/** What is chosen or put in order. `words between backticks` are shown as code. */
const labelled = z.strictObject({ id: slug, text: z.string().trim().min(1).max(220) });
export type Labelled = z.infer<typeof labelled>;

const chooseBrief = z.strictObject({
  form: z.literal("choose"),
  ...common,
  /** In the order in which they are shown. */
  options: z.array(labelled).min(2, "at least 2 options").max(7, "at most 7 options"),
});

const orderBrief = z.strictObject({
  form: z.literal("order"),
  ...common,
  /** In the order in which they are shown at first, which must not be right. */
  steps: z.array(labelled).min(3, "at least 3 steps").max(7, "at most 7 steps"),
});

const spotBrief = z.strictObject({
  form: z.literal("spot"),
  ...common,
  /** The snippet, in files/. */
  file: path,
  /** As a reader would name it; colours keywords where it is known. */
  language: z.string().min(1).max(20),
  /** Whether one line is asked for, or all that answer the question. */
  marks: z.enum(["one", "several"]),
});

const label = z.string().min(3).max(60);

const valueBrief = z.strictObject({
  form: z.literal("value"),
  ...common,
  value: z.discriminatedUnion("type", [
    /** `label` names the field, for example "Name of the attribute". */
    z.strictObject({ type: z.literal("text"), label }),
    z.strictObject({ type: z.literal("number"), label, unit: z.string().min(1).max(30) }),
  ]),
});

/** brief.yaml of an item: public. It never tells what is right. */
export const brief = z.discriminatedUnion("form", [chooseBrief, orderBrief, spotBrief, valueBrief]);
export type ItemBrief = z.infer<typeof brief>;
export type ChooseBrief = z.infer<typeof chooseBrief>;
export type OrderBrief = z.infer<typeof orderBrief>;
export type SpotBrief = z.infer<typeof spotBrief>;
export type ValueBrief = z.infer<typeof valueBrief>;
