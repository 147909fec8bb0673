import { weaknesses, type Weakness } from "./cwe.ts";

/** What reviewers say and the list does not: number to the words in use. */
const spoken: Record<number, string> = {
  20: "input validation",
  22: "lfi, dot dot slash",
  78: "rce, os injection, shell",
  79: "stored xss, reflected xss, dom xss",
  89: "sql, order by injection, sqli",
  94: "rce, code execution, eval",
  95: "eval injection",
  117: "log injection, log forging",
  200: "data leak, excessive data exposure",
  208: "timing attack",
  209: "verbose errors, stack trace",
  256: "plaintext password",
  285: "bfla, broken function level authorization",
  307: "brute force, rate limit, credential stuffing",
  327: "weak crypto, broken crypto, ecb",
  328: "weak hash, md5, sha1",
  330: "weak randomness, predictable token",
  338: "weak random, prng, insecure random",
  345: "authenticity, unsigned",
  347: "jwt, signature, alg none",
  352: "csrf, xsrf",
  362: "race condition, double spend",
  367: "toctou, race condition",
  377: "temporary file",
  384: "session fixation",
  434: "file upload",
  502: "pickle, unsafe deserialization, insecure deserialisation, yaml load",
  521: "weak password",
  532: "secrets in logs",
  601: "open redirect",
  611: "xxe",
  614: "cookie without secure",
  639: "bola, idor, ownership, object level authorization",
  640: "password reset",
  770: "rate limit, missing limit, denial of service, dos",
  798: "hardcoded secret, hardcoded password, hard coded key",
  841: "workflow bypass, business logic",
  862: "missing check, missing authorisation, bfla",
  863: "wrong authorisation, privilege escalation",
  915: "mass assignment, over posting",
  916: "weak password hash, unsalted, fast hash",
  918: "ssrf, metadata service",
  942: "cors",
  943: "nosql injection, nosqli",
  1321: "prototype pollution",
  1333: "redos",
  1336: "ssti, template injection",
};

type Indexed = { weakness: Weakness; id: string; name: string; aliases: string[] };

const index: Indexed[] = weaknesses.map((weakness) => ({
  weakness,
  id: String(weakness.id),
  name: normal(weakness.name),
  aliases: [...weakness.aliases, ...(spoken[weakness.id]?.split(", ") ?? [])].map(normal),
}));

/**
 * Weaknesses that fit a query, best first: by number ("89", "cwe-89"), by another name ("IDOR",
 * "sqli"), by words of the name in any order. An empty query finds nothing.
 */
export function searchCwe(query: string, limit = 12): Weakness[] {
  const wanted = normal(query).replace(/^cwe ?(?=\d)/, "");
  if (wanted === "") return [];
  return index
    .map((one) => ({ one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || bias(b.one) - bias(a.one) || byNumber(a.one, b.one))
    .slice(0, limit)
    .map(({ one }) => one.weakness);
}

/** 0 where nothing fits. The steps: number, whole alias, words in the name, begin of an alias. */
function rankOf({ id, name, aliases }: Indexed, wanted: string): number {
  if (id === wanted) return 100;
  if (aliases.includes(wanted)) return 90;
  if (/^\d+$/.test(wanted)) return id.startsWith(wanted) ? 50 : 0;
  if (name === wanted) return 85;
  const parts = wanted.split(" ");
  if (aliases.some((alias) => alias.startsWith(wanted))) return 70;
  if (name.includes(wanted)) return 60;
  if (parts.every((part) => startsWord(name, part))) return 50;
  const all = [name, ...aliases].join(" ");
  return parts.every((part) => startsWord(all, part)) ? 40 : 0;
}

// Classes that have a spoken name are the ones reviewers mean.
const bias = ({ weakness }: Indexed): number => (spoken[weakness.id] === undefined ? 0 : 1);
const byNumber = (a: Indexed, b: Indexed): number => a.weakness.id - b.weakness.id;
const startsWord = (text: string, part: string): boolean => ` ${text}`.includes(` ${part}`);

function normal(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/authoris/g, "authoriz")
    .replaceAll(/serialis/g, "serializ")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
