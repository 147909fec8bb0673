import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "phone-keeps-data-in-clear": {
    fires: `
data route confidential (location)
process app <mobile-app> {route}`,
    silent: `
data route confidential (location)
process app <mobile-app> {route} [hardware-key-storage]`,
  },
  "link-into-app-caught": {
    fires: `
process idp <identity-provider>
process app <mobile-app>
idp -> app: shop://signed-in`,
    silent: `
process idp <identity-provider>
process app <mobile-app> [deep-link-validation]
idp -> app: signed in`,
  },
  "key-shipped-in-app": {
    fires: `
process app <mobile-app>
actor maps: Map service <third-party-service>
app -> maps: tiles [HTTPS, api-key]`,
    silent: `
process app <mobile-app>
actor maps: Map service <third-party-service>
app -> maps: tiles [HTTPS, token]`,
  },
  "certificate-mis-issued": {
    fires: `
zone street 0
zone bank 80
data logins restricted (credentials)
process app in street <mobile-app>
process api in bank <api>
app -> api: sign in [HTTPS, password] {logins}`,
    silent: `
zone street 0
zone bank 80
data logins restricted (credentials)
process app in street <mobile-app> [certificate-pinning]
process api in bank <api>
app -> api: sign in [HTTPS, password] {logins}`,
  },
  "app-tells-untruth": {
    fires: `
data trail confidential (location)
process app <mobile-app>
process api <api>
app -> api: position [HTTPS, token] {trail}`,
    silent: `
data trail confidential (location)
process app <mobile-app>
process api <api> [fraud-detection]
app -> api: position [HTTPS, token] {trail}`,
  },
  "notification-shows-content": {
    fires: `
data messages confidential (content)
process push <push-service>
process app <mobile-app>
push -> app: new message [HTTPS] {messages}`,
    silent: `
data messages confidential (content)
process push <push-service>
process app <mobile-app>
push -> app: new message [HTTPS, data-minimisation] {messages}`,
  },
  "web-view-bridge": {
    fires: `
process app <mobile-app>
process offers <web-app>
app -> offers: show in the app [HTTPS, session]`,
    silent: `
process app <mobile-app> [content-security-policy]
process offers <web-app>
app -> offers: show in the app [HTTPS, session]`,
  },
  "phone-dates-the-deed": {
    fires: `
data stops confidential (location)
process app <mobile-app>
process api <api>
app -> api: delivered [HTTPS, token] {stops}`,
    silent: `
data stops confidential (location)
process app <mobile-app>
process api <api> [signed-receipt]
app -> api: delivered [HTTPS, token] {stops}`,
  },
};
