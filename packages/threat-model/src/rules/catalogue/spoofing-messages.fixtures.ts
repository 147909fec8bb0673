import type { RuleFixtures } from "../rule.ts";

const parts = `
zone net 0
zone partners 30
zone cloud 80
data codes restricted: Sign-in codes (credentials)
actor customer in net <person>
actor carrier in partners <partner>
process shop in cloud <web-app>
process mail in cloud <email-service>
process sms in cloud <sms-service>`;

export const fixtures: RuleFixtures = {
  "credential-stuffing": {
    fires: `${parts}
process idp in cloud <idp>
customer -> idp: sign in [HTTPS, password]`,
    silent: `${parts}
process idp in cloud <idp> [brute-force-protection]
customer -> idp: sign in [HTTPS, password]`,
  },
  "password-guessed": {
    fires: `${parts}
customer -> shop: sign in [HTTPS, password]`,
    silent: `${parts}
customer -> shop: sign in [HTTPS, password, lockout]`,
  },
  "event-forged": {
    fires: `${parts}
carrier -> shop: parcel delivered [HTTPS]`,
    silent: `${parts}
carrier -> shop: parcel delivered [HTTPS, signature]`,
  },
  "event-replayed": {
    fires: `${parts}
carrier -> shop: parcel delivered [HTTPS, signature]`,
    silent: `${parts}
carrier -> shop: parcel delivered [HTTPS, signature, replay-protection]`,
  },
  "partner-secret-for-ever": {
    fires: `${parts}
carrier -> shop: fetch labels [HTTPS, api-key]`,
    silent: `${parts}
carrier -> shop: fetch labels [HTTPS, api-key, rotation]`,
  },
  "mail-in-our-name": {
    fires: `${parts}
mail -> customer: news [SMTP]`,
    silent: `${parts}
mail -> customer: news [SMTP, dmarc]`,
  },
  "code-by-text-message": {
    fires: `${parts}
sms -> customer: code [SMS] {codes}`,
    silent: `${parts}
process push in cloud <push-service>
push -> customer: code [HTTPS] {codes}`,
  },
  "recovery-link-kept": {
    fires: `${parts}
mail -> customer: new password [SMTP] {codes}`,
    silent: `${parts}
mail -> customer: new password [SMTP, short-lived-credentials] {codes}`,
  },
};
