import type { Element } from "../../model/model.ts";
import { technologies, technologyOf } from "../../model/technologies.ts";
import type { ElementType } from "../../model/words.ts";

/** A component's type is the vocabulary of whoever wrote the file. What it is here, by a table. */
export type Stencil = Pick<Element, "type" | "technology">;

/** Types that only hold other components. */
const boundaries =
  /^(?:aws-)?(?:vpc|subnet|virtual-network|vnet|resource-group|availability-zone|empty-component|trust-zone)$/;

export const isBoundaryType = (type: string): boolean => boundaries.test(plain(type));

/** By words within the type, for those that no stencil is called; the first that holds. */
const byWord: readonly [RegExp, string][] = [
  [/mobile|android|ios-app/, "mobile-app"],
  [/browser|web-client|generic-client|spa\b/, "browser"],
  [/lambda/, "aws-lambda"],
  [/dynamodb/, "aws-dynamodb"],
  [/\brds\b|aurora/, "aws-rds"],
  [/\bs3\b/, "aws-s3"],
  [/\bsqs\b/, "aws-sqs"],
  [/\bsns\b/, "aws-sns"],
  [/\bkms\b/, "aws-kms"],
  [/\bec2\b/, "aws-ec2"],
  [/\becs\b|elastic-container-service|fargate/, "aws-ecs"],
  [/postgres|mysql|mariadb|oracle-db|sql-server|relational/, "relational-database"],
  [/mongo|document-db|documentdb/, "document-database"],
  [/database|datastore|data-store|-db$/, "database"],
  [/queue|rabbitmq|activemq/, "queue"],
  [/kafka|stream/, "stream"],
  [/bucket|blob/, "object-storage"],
  [/redis|memcache|cache/, "cache"],
  [/secret|vault/, "secret-store"],
  [/load-balancer/, "load-balancer"],
  [/gateway/, "api-gateway"],
  [/web-app|web-ui|website|web-server/, "web-app"],
  [/firewall|security-group/, "firewall"],
  [/\blog|trail/, "log-store"],
  [/user|customer|actor|person|visitor/, "person"],
  [/third-party|external|partner/, "third-party-service"],
  [/api|web-service|service/, "api"],
  [/storage|repository|disk|volume/, "file-storage"],
];

const generic = /^generic-(actor|process|store)$/;

export function stencilOf(type: string): Stencil {
  const word = plain(type);
  const own = generic.exec(word)?.[1];
  if (own) return { type: own as ElementType, technology: "generic" };
  const named = byName(word) ?? byName(`aws-${word}`);
  const technology = named ?? byWord.find(([pattern]) => pattern.test(word))?.[1] ?? "generic";
  return { type: technologyOf(technology).type, technology };
}

/** The word to write for a stencil; the file's own while it still means this one. */
export function typeWordOf({ type, technology }: Stencil, said: unknown): string {
  if (typeof said === "string") {
    const before = stencilOf(said);
    if (before.type === type && before.technology === technology) return said;
  }
  return technology === "generic" ? `generic-${type}` : technology;
}

function byName(word: string): string | undefined {
  if (technologies.has(word)) return word;
  const spaced = word.replace(/-/g, " ");
  for (const { id, title, aliases } of technologies.values()) {
    if (title.toLowerCase() === spaced || aliases.includes(spaced)) return id;
  }
  return undefined;
}

/** "CD-AWS-Lambda_Function" → "aws-lambda-function". */
const plain = (type: string): string =>
  type
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^cd-(?:v\d-)?/, "")
    .replace(/^-|-$/g, "");
