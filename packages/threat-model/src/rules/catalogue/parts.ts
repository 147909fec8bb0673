import type { ElementTest, FlowTest } from "../rule.ts";

/** Whoever stands there may be an attacker. The same bound as `exposedTrust` of the graph. */
export const outside: ElementTest = { trust: { atMost: 20 } };

/** Runs in somebody else's hands, or passes on what it does not look into: it asks nobody who he is. */
export const edge = ["load-balancer", "cdn", "firewall", "dns", "network"] as const;

/** What an application runs as; a process of which nothing is said may be one. */
export const application: ElementTest = {
  any: [
    {
      groups: ["web-app", "api", "function", "container", "vm"],
      notGroups: ["gateway", "admin", "orchestrator", "tool", "worker"],
    },
    { type: ["process"], technology: ["generic"] },
  ],
};

/** What stands between a caller and the application, and passes requests on. */
const passing: FlowTest = {
  source: { groups: ["load-balancer", "cdn", "firewall"], distance: { atMost: 2 } },
};
/** A gateway may know who calls, never whose object it is or what may stand in a body. */
const passingOrGateway: FlowTest = {
  source: { groups: ["load-balancer", "cdn", "firewall", "gateway"], distance: { atMost: 2 } },
};
const straight: FlowTest = {
  rise: { atLeast: 10 },
  source: { ...outside, notGroups: ["third-party"] },
};

/** From outside, straight or by way of what passes requests on. */
export const entering: FlowTest = { any: [{ source: outside }, passingOrGateway] };
/** The same, of customers and not of partners. */
export const fromCustomers: FlowTest = { any: [straight, passingOrGateway] };
/** Of customers, up to the first that can tell who they are. */
export const toSignIn: FlowTest = { any: [straight, passing] };
/** What customers send in to be kept; a CDN that fetches from a store sends nothing. */
export const uploads: FlowTest = {
  any: [straight, { ...passingOrGateway, target: { type: ["process"] } }],
};
/** From a page, straight or by way of what passes requests on. */
export const fromPages: FlowTest = {
  any: [
    { rise: { atLeast: 10 }, source: { groups: ["browser", "human"] } },
    {
      source: {
        groups: ["load-balancer", "cdn", "firewall"],
        incoming: { source: { groups: ["browser", "human", "cdn"] } },
      },
    },
  ],
};

export const owasp = (name: string): string =>
  `https://cheatsheetseries.owasp.org/cheatsheets/${name}_Cheat_Sheet.html`;
export const cwe = (id: number): string => `https://cwe.mitre.org/data/definitions/${id}.html`;
export const rfc = (number: number): string => `https://www.rfc-editor.org/rfc/rfc${number}.html`;
export const apiTop10 = (name: string): string =>
  `https://owasp.org/API-Security/editions/2023/en/${name}/`;
export const builders = (name: string): string =>
  `https://aws.amazon.com/builders-library/${name}/`;
