import { z } from "zod";

/** One word for each topic, the same as in items. */
export const topics = {
  "threat-modelling": "Threat modelling",
  "code-review": "Code review",
  "life-cycle": "Secure development life cycle",
  web: "Web",
  authentication: "Authentication and sessions",
  authorisation: "Authorisation",
  cryptography: "Cryptography",
  tls: "TLS",
  network: "Routing and firewalls",
  ddos: "DDoS",
  cloud: "Cloud and AWS",
  iam: "IAM",
  containers: "Containers and microservices",
  memory: "Memory safety",
  "supply-chain": "Supply chain and CI/CD",
  "incident-response": "Incident response",
  ai: "AI systems",
  novel: "Novel approaches",
  behavioural: "Leadership principles",
} as const;
export type Topic = keyof typeof topics;

export const rounds = ["assessment", "phone", "loop"] as const;

/** brief.yaml of a question; the question itself is the first paragraph of brief.md. */
export const brief = z.strictObject({
  topic: z.enum(Object.keys(topics) as [Topic, ...Topic[]]),
  /** Rounds in which it is asked. */
  rounds: z.array(z.enum(rounds)).min(1),
  /** Who listens: decides how plain the words must be. */
  audience: z.enum(["engineer", "manager", "customer"]).default("engineer"),
  /** Id of the leadership principle that it is asked for. */
  principle: z.string().optional(),
  /** Whether every panel asks it. */
  panel: z.boolean().default(false),
});
export type QuestionBrief = z.infer<typeof brief>;
