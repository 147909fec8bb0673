/** A position that somebody prepares for: which concepts weigh more in it. Facts of the job stand in the guides. */
export type Role = {
  id: string;
  title: string;
  /** One sentence for who chooses. */
  about: string;
  /** Concepts of drills and cards that come earlier and more often. */
  concepts: readonly string[];
};

/** The first is the default. */
export const roles: readonly Role[] = [
  {
    id: "sdo-appsec-emea",
    title: "Application Security Engineer, SDO AppSec EMEA",
    about: "Retail, payments, devices and video, under European rules on data and payments.",
    concepts: ["payments", "business-logic", "object-level-authorisation", "device-identity"],
  },
  {
    id: "aws-identity",
    title: "Application Security Engineer, an AWS team",
    about: "Services that other companies build on: identity, isolation of tenants, keys.",
    concepts: ["iam", "cross-account", "confused-deputy", "multi-tenancy", "kms"],
  },
  {
    id: "devices",
    title: "Application Security Engineer, a devices team",
    about: "Hardware in homes: updates, identity of devices, memory errors, radio and cloud.",
    concepts: ["device-identity", "update-trust", "memory-safety", "out-of-bounds-read", "tls-1-3"],
  },
];
