import type { Asked } from "./asked.ts";
import type { Estate } from "./estate.ts";

/** “Refund workers: kms:Decrypt on Ledger key, with kms:ViaService = s3…, through the data endpoint”. */
export function askedInWords(estate: Estate, asked: Asked): string {
  const who = estate.principals.find(({ id }) => id === asked.who)?.title ?? asked.who;
  const given = Object.entries(asked.with).map(([key, value]) => `${key} = ${String(value)}`);
  const endpoint = estate.endpoints.find(({ id }) => id === asked.through);
  return [
    `${who}: ${asked.does}${asked.to === "*" ? "" : ` on ${targetInWords(estate, asked.to)}`}`,
    ...(given.length > 0 ? [`with ${given.join(", ")}`] : []),
    ...(endpoint ? [`through ${endpoint.title}`] : []),
  ].join(", ");
}

function targetInWords({ resources }: Estate, to: string): string {
  const [id = "", ...rest] = to.split("/");
  const resource = resources.find((one) => one.id === id);
  if (!resource) return to;
  return rest.length === 0 ? resource.title : `${resource.title}, /${rest.join("/")}`;
}
