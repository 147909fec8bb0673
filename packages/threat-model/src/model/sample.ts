import { model, type Model } from "./model.ts";

/** A small model in which every kind of part stands and is named by another. A fixture of tests. */
export const sampleModel: Model = model.parse({
  format: 1,
  title: "Photo sharing",
  zones: [
    { id: "internet", name: "Internet", trust: 0 },
    { id: "cloud", name: "AWS account", trust: 80 },
    { id: "vpc", name: "Production VPC", trust: 90, parent: "cloud" },
  ],
  elements: [
    { id: "app", name: "Mobile app", type: "process", technology: "mobile-app", zone: "internet" },
    { id: "api", name: "Photo API", type: "process", technology: "aws-lambda", zone: "vpc" },
    {
      id: "photos",
      name: "Photos",
      type: "store",
      technology: "aws-s3",
      zone: "cloud",
      data: ["photo"],
    },
  ],
  flows: [
    {
      id: "app-api",
      name: "upload",
      source: "app",
      target: "api",
      protocol: "https",
      authentication: "session",
      encryption: "tls",
      data: ["photo"],
    },
    { id: "api-photos", name: "keep", source: "api", target: "photos", data: ["photo"] },
  ],
  data: [{ id: "photo", name: "Customer photos", class: "confidential", kinds: ["personal"] }],
  assumptions: [{ id: "a1", text: "The phone is not rooted.", about: ["app", "m1", "t1"] }],
  mitigations: [
    {
      id: "m1",
      text: "Require a signed URL",
      state: "done",
      lowers: { likelihood: 2, impact: 0 },
    },
    { id: "m2", text: "Watch uploads", lowers: { likelihood: 1, impact: 1 } },
  ],
  threats: [
    {
      id: "t1",
      title: "Uploads are replaced",
      targets: ["app-api", "api", "cloud"],
      stride: ["T"],
      risk: { likelihood: 4, impact: 5 },
      mitigations: ["m1", "m2"],
      finding: "unsigned-upload:app-api",
    },
  ],
  decisions: [
    { finding: "unsigned-upload:app-api", state: "accepted", reason: "For now" },
    { finding: "no-quota:photos", state: "not-applicable", reason: "Small" },
  ],
});
