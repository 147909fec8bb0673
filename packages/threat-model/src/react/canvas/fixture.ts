import { addData, addElement, addFlow, addZone } from "../../model/edit.ts";
import { emptyModel, type Model } from "../../model/model.ts";

/** Photo sharing, as the tests of the canvas draw it: two zones in a row and one within another. */
export function photoSharing(): Model {
  let model = emptyModel("Photo sharing");
  model = addData(model, { id: "photo", name: "Customer photos", class: "confidential" }).model;
  model = addZone(model, { id: "internet", name: "Internet", trust: 0 }).model;
  model = addZone(model, { id: "cloud", name: "AWS account", trust: 80 }).model;
  model = addZone(model, { id: "vpc", name: "Production VPC", trust: 90, parent: "cloud" }).model;
  const elements = [
    { id: "customer", name: "Customer", type: "actor", technology: "person", zone: "internet" },
    { id: "app", name: "Mobile app", type: "process", technology: "mobile-app", zone: "internet" },
    {
      id: "api",
      name: "Photo API",
      type: "process",
      technology: "aws-lambda",
      zone: "cloud",
      controls: ["rate-limit", "input-validation"],
    },
    {
      id: "photos",
      name: "Photos",
      type: "store",
      technology: "aws-s3",
      zone: "cloud",
      data: ["photo"],
      controls: ["encryption-at-rest"],
    },
    { id: "db", name: "Albums", type: "store", technology: "aws-rds", zone: "vpc" },
  ] as const;
  for (const one of elements)
    model = addElement(model, {
      ...one,
      controls: [...("controls" in one ? one.controls : [])],
      data: [...("data" in one ? one.data : [])],
    }).model;
  const flows = [
    { name: "uses", source: "customer", target: "app" },
    {
      name: "upload",
      source: "app",
      target: "api",
      protocol: "https",
      authentication: "session",
      encryption: "tls",
    },
    {
      name: "keep and fetch",
      source: "api",
      target: "photos",
      protocol: "aws-api",
      authentication: "sigv4",
      bidirectional: true,
    },
    {
      name: "albums of a customer",
      source: "api",
      target: "db",
      protocol: "sql",
      authentication: "password",
    },
  ] as const;
  for (const one of flows) model = addFlow(model, one).model;
  return model;
}
