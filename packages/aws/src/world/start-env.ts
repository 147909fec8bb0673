import type { World } from "./world.ts";

/** The variables by which SDKs find the credential that somebody begins with. */
export function startEnv({ start }: World): Record<string, string> {
  if (!start) return {};
  return {
    AWS_ACCESS_KEY_ID: start.accessKeyId,
    AWS_SECRET_ACCESS_KEY: start.secretAccessKey,
    ...(start.session ? { AWS_SESSION_TOKEN: start.session.token } : {}),
  };
}

/** Where calls go that name no region. */
export const regionEnv = (region: string): Record<string, string> => ({
  AWS_DEFAULT_REGION: region,
  AWS_REGION: region,
});
