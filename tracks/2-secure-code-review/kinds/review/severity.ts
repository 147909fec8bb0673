import type { Finding } from "./answer.ts";
import type { Flaw } from "./key.ts";

/** Lowest first; the distance between two is a step. */
export const severities = ["low", "medium", "high", "critical"] as const;

/** Steps between the chosen severity and the nearest acceptable one; infinite where none is chosen. */
export function severityDistance(
  { severity }: Pick<Finding, "severity">,
  flaw: Pick<Flaw, "severity" | "severities">,
): number {
  if (severity === null) return Infinity;
  const chosen = severities.indexOf(severity);
  const accepted = [flaw.severity, ...flaw.severities];
  return Math.min(...accepted.map((one) => Math.abs(severities.indexOf(one) - chosen)));
}

/** "high", or "high or critical" where more than one can be defended. */
export function severityInWords({
  severity,
  severities: more,
}: Pick<Flaw, "severity" | "severities">) {
  const accepted = new Set([severity, ...more]);
  return severities.filter((one) => accepted.has(one)).join(" or ");
}
