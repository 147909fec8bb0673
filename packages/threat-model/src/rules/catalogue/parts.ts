import type { ElementTest } from "../rule.ts";

/** Whoever stands there may be an attacker. The same bound as `exposedTrust` of the graph. */
export const outside: ElementTest = { trust: { atMost: 20 } };

/** Runs in somebody else's hands, or passes on what it does not look into: it asks nobody who he is. */
export const edge = ["load-balancer", "cdn", "firewall", "dns", "network"] as const;

export const owasp = (name: string): string =>
  `https://cheatsheetseries.owasp.org/cheatsheets/${name}_Cheat_Sheet.html`;
export const cwe = (id: number): string => `https://cwe.mitre.org/data/definitions/${id}.html`;
export const rfc = (number: number): string => `https://www.rfc-editor.org/rfc/rfc${number}.html`;
export const apiTop10 = (name: string): string =>
  `https://owasp.org/API-Security/editions/2023/en/${name}/`;
export const builders = (name: string): string =>
  `https://aws.amazon.com/builders-library/${name}/`;
