import type { Credential } from "./credential.ts";
import type { World } from "./world.ts";

/**
 * The newest credential of whoever has an ARN that ends so, switched off or not. Before it, `key:` stands for a
 * long-lived key alone, `session:` for a temporary one alone: a user may have both at a time.
 */
export function newestKey(world: World, whose: string): Credential | null {
  const [, only, end = ""] = /^(?:(key|session):)?(.+)$/.exec(whose) ?? [];
  return (
    [...world.credentials.values()].findLast(
      ({ principal, session }) =>
        "arn" in principal &&
        principal.arn.endsWith(end) &&
        (only === undefined || (only === "session") === (session !== null)),
    ) ?? null
  );
}
