import type { Exercise, Expected, Finding } from "../exercise.ts";
import { roleArn, type Call } from "./record.ts";
import { since, trail, type Trail } from "./trail.ts";

/** The least that a role needs, from what the trail tells of it. */
export const trailPolicy: Exercise = {
  traits: ["renamed", "placed", "others", "denied", "behalf", "unknown", "broken"],
  make: (plan) => {
    const made = trail(plan);
    return {
      declared: null,
      region: "",
      files: Object.fromEntries(made.files.map(({ path, text }) => [path, text])),
      args: ["--role", roleArn, "--since", since],
      count: made.files.length,
      secrets: [],
      expected: () => expectedOf(made),
    };
  },
};

function expectedOf({ told, broken }: Trail): Expected {
  const findings = told.flatMap(({ grants = [] }) =>
    grants.map(([action, resource]): Finding => ({ action, resource })),
  );
  const unread = [
    ...new Set(told.filter(isUnknown).map(({ event }) => event)),
    ...(broken ? [broken] : []),
  ];
  return { findings, unread, exit: unread.length > 0 ? 2 : 0 };
}

const known = new Set(["s3", "dynamodb", "kms", "lambda", "sqs", "secretsmanager", "sts"]);

/** By the role, in time, not denied, and of a service that nobody has said how to grant. */
const isUnknown = ({ event, by, error, at = since }: Call): boolean =>
  !known.has(event.split(":")[0]!) &&
  by === undefined &&
  at >= since &&
  error?.startsWith("AccessDenied") !== true;
