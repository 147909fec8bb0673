/** Closed lists of words. Lists that grow (stencils, controls, protocols) have files of their own. */

export const elementTypes = ["actor", "process", "store"] as const;
export type ElementType = (typeof elementTypes)[number];

/** Of the STRIDE method: what each letter breaks. */
export const stride = {
  S: { title: "Spoofing", breaks: "authentication" },
  T: { title: "Tampering", breaks: "integrity" },
  R: { title: "Repudiation", breaks: "non-repudiation" },
  I: { title: "Information disclosure", breaks: "confidentiality" },
  D: { title: "Denial of service", breaks: "availability" },
  E: { title: "Elevation of privilege", breaks: "authorisation" },
} as const;
export const strideCategories = ["S", "T", "R", "I", "D", "E"] as const;
export type StrideCategory = (typeof strideCategories)[number];

/** From harmless to ruinous when disclosed. */
export const dataClasses = ["public", "internal", "confidential", "restricted"] as const;
export type DataClass = (typeof dataClasses)[number];

export const dataKinds = [
  "personal",
  "payment",
  "credentials",
  "health",
  "location",
  "biometric",
  "content",
  "telemetry",
  "financial",
  "code",
  "log",
] as const;
export type DataKind = (typeof dataKinds)[number];

/** How the target knows who the source is. "none": it does not. "unknown": nobody has said yet. */
export const authentications = [
  "unknown",
  "none",
  "password",
  "mfa",
  "session",
  "token",
  "api-key",
  "mtls",
  "sigv4",
  "signed-url",
  "signature",
  "device-key",
  "shared-secret",
  "network",
] as const;
export type Authentication = (typeof authentications)[number];

/** "message": the payload itself is encrypted, end to end. */
export const encryptions = ["unknown", "none", "tls", "vpn", "message"] as const;
export type Encryption = (typeof encryptions)[number];
