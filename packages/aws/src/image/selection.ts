/** Services with their models; of every other service the CLI's customisations need the name alone. */
export const servicesInTheBox: readonly string[] = [
  "accessanalyzer",
  "cloudtrail",
  "ec2",
  "guardduty",
  "iam",
  "kms",
  "lambda",
  "logs",
  "organizations",
  "s3",
  "s3control",
  "secretsmanager",
  "securityhub",
  "sts",
];

/** Where botocore's data stands in the archive. */
export const dataFolder = "awscli/awscli/botocore/data/";

/** Packages of the archive, and where they go: the CLI's own copies of two stand where scripts import them from. */
const moves: readonly (readonly [from: string, to: string])[] = [
  ["awscli/awscli/botocore/", "botocore/"],
  ["awscli/awscli/s3transfer/", "s3transfer/"],
  ["awscli/", ""],
];

/** Documentation, other systems' parts, tests, certificates (no connection is made), and time zones beside UTC. */
const left =
  /(^|\/)(__pycache__|_yaml|bin|docutils|topics|examples|tests|[^/]+\.dist-info|emscripten)\/|\.(so|pem|gz|cmd|sh|typed|pyi|pyx|pyd|html|txt)$|\/(LICENSE|NOTICE)$|\/testutils\.py$|examples-1\.json$/;

const modelFile =
  /^(service-2|paginators-1|waiters-2|endpoint-rule-set-1)(\.sdk-extras)?\.json$|\.sdk-extras\.json$/;

/** Path in the image of a file of the archive, or null where it is left out. */
export function placeOf(path: string): string | null {
  if (path.endsWith("/") || left.test(path)) return null;
  if (path.startsWith(dataFolder) && !isKeptData(path.slice(dataFolder.length))) return null;
  const move = moves.find(([from]) => path.startsWith(from));
  return move ? move[1] + path.slice(move[0].length) : null;
}

function isKeptData(path: string): boolean {
  const parts = path.split("/");
  if (parts.length === 1) return true;
  return servicesInTheBox.includes(parts[0]!) && modelFile.test(parts.at(-1)!);
}
