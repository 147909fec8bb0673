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
