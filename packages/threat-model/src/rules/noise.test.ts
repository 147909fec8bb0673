import { describe, expect, test } from "vitest";

import { parseLines } from "../lines/index.ts";
import { analyse } from "./index.ts";

/** A plain shop on the internet: six elements, seven flows, and nothing said about any protection. */
const bare = `
model Shop
zone net 0: Internet
zone cloud 80: Production
data catalogue public: Catalogue
data account confidential: Customer accounts (personal)
data orders confidential: Orders (personal)
actor customer in net: Customer <person>
process browser in net: Browser <browser>
process web in cloud: Web shop <web-app>
process api in cloud: Order API <api>
store db in cloud: Database <postgres> {account, orders}
actor carrier in net: Carrier <third-party-service>
customer -> browser: shops {orders}
browser -> web: browse {catalogue}
browser -> web: sign in and order {account, orders}
web -> api: place an order {orders}
api -> db: keep and look up {account, orders}
api -> carrier: deliver {orders}
carrier -> web: parcel events`;

/** The same shop, with what a careful team would say of it. */
const guarded = `
model Shop
zone net 0: Internet
zone cloud 80: Production
zone vault 90 in cloud: Data network
data catalogue public: Catalogue
data account confidential: Customer accounts (personal)
data orders confidential: Orders (personal)
actor customer in net: Customer <person>
process browser in net: Browser <browser>
process web in cloud: Web shop <web-app> [output encoding, csrf token, rate limit, owner check, audit log, timeouts, csp]
process api in cloud: Order API <api> [validation, owner check, audit log, timeouts, parameterised queries, workload identity, secrets manager, scoped role, egress filter]
store db in vault: Database <postgres> {account, orders} [encrypted, backups, replicas, retention, audit log, private subnet]
actor carrier in net: Carrier <third-party-service>
customer -> browser: shops {orders}
browser -> web: browse [HTTPS, session, session expiry] {catalogue}
browser -> web: sign in and order [HTTPS, session, session expiry] {account, orders}
web -> api: place an order [HTTPS, mtls, user context] {orders}
api -> db: keep and look up [SQL, TLS, password, parameterised queries] {account, orders}
api -> carrier: deliver [HTTPS, api-key, minimised, rotation] {orders}
carrier -> web: parcel events [HTTPS, signature, replay protection]`;

/** A system on AWS, behind a CDN and a load balancer, of a team that says what it does. */
const onAws = `
zone internet 0: Internet
zone edge 60: Edge
zone app 80: Application
zone inner 90 in app: Data network
data order confidential: Orders (personal)
actor customer in internet <person>
process spa in internet <browser>
process cdn in edge <aws-cloudfront> [waf, shield, cache-key-policy, no-store]
process alb in edge <aws-alb> [rate limit, origin-access-control, network-isolation]
process web in app: Web <aws-ecs> [output encoding, csrf token, owner check, audit log, validation, timeouts, own role, scoped role, secrets manager, image scan, non-root, read-only root, signed images]
process idp in edge <aws-cognito> [brute-force-protection, redirect-allow-list]
store db in inner: Order database <aws-rds> {order} [encrypted, backups, multi-az, retention, audit log, private subnet, cmk]
store trail in inner: Trail <aws-cloudwatch-logs> [retention, tamper-evident-log, monitoring]
customer -> spa: uses
spa -> cdn: pages [HTTPS, session, short sessions] {order}
spa -> idp: sign in [OIDC, mfa]
cdn -> alb: origin [HTTPS, session, short sessions] {order}
alb -> web: pass on [HTTPS, session, short sessions] {order}
web -> db: query [SQL, TLS, sigv4, parameterised queries, scoped role] {order}
web -> trail: record [AWS API, sigv4, redaction, escaping]`;

/** As typed in an interview: names and arrows, hardly a technology. */
const typed = `
zone internet 0
zone cloud 80
data photo confidential: Photos (personal, content)
actor customer in internet
process app in internet
process api in cloud
store photos in cloud <s3> {photo}
customer -> app: uses
app -> api: upload [HTTPS, session] {photo}
api <-> photos: keep and fetch [AWS API, sigv4] {photo}`;

const read = (lines: string) => {
  const { model, problems, notices } = parseLines(lines);
  expect([...problems, ...notices]).toEqual([]);
  return model;
};

describe("the noise of the rules", () => {
  test("a plain shop of which nothing is said gets what a review meeting can go through", () => {
    const { findings } = analyse(read(bare));
    expect(findings.length).toBeGreaterThanOrEqual(20);
    expect(findings.length).toBeLessThanOrEqual(35);
    // Every letter of STRIDE is there, and what a reviewer would raise first stands first.
    expect(new Set(findings.map(({ stride }) => stride)).size).toBe(6);
    expect(findings.slice(0, 2).map(({ id }) => id)).toEqual([
      "object-of-another:web",
      "script-in-pages:web",
    ]);
  });

  test("the same shop, well protected and well described, is next to silent", () => {
    expect(analyse(read(guarded)).findings.length).toBeLessThan(5);
  });

  test("so is a well described system on AWS", () => {
    expect(analyse(read(onAws)).findings.length).toBeLessThan(5);
  });

  test("bare lines of an interview get what everybody would ask first", () => {
    const { findings, shown } = analyse(read(typed));
    expect(findings.length).toBeLessThan(15);
    expect(shown.slice(0, 4)).toEqual([
      "object-of-another:api",
      "deed-without-record:api",
      "entry-flooded:api",
      "fields-bound-blindly:app-api",
    ]);
  });
});
