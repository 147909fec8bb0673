import { parseLines } from "../../lines/index.ts";
import type { Model } from "../../model/model.ts";

/** Photo sharing with threats, for tests of the panels beside the drawing. */
export const sampleLines = `model Photo sharing
zone internet 0: Internet
zone cloud 80: AWS account
zone vpc 90 in cloud: Production VPC
data photo confidential: Customer photos (personal, content)
actor customer in internet: Customer <person>
process app in internet: Mobile app <mobile-app>
process api in cloud: Photo API <aws-lambda> [rate limit, input validation]
store photos in cloud: Photos <s3> [encryption-at-rest] {photo}
store db in vpc: Albums <aws-rds> {photo}
customer -> app: uses
app -> api: upload [HTTPS, session] {photo}
api <-> photos: keep and fetch [AWS API, sigv4] {photo}
api -> db: albums of a customer [SQL, password] {photo}
assume a1 confirmed: The phone is not rooted. about app
mitigate m1 done: Require a signed URL for each upload
  lowers: likelihood 2
mitigate m2: Refuse objects that were not scanned
threat t1 TI 4x5 on app, photos by m1: Uploads are replaced by a stranger
threat t2 I 3x4 on photos by m1, m2: A guessed key shows a private photo
threat t3 R on api: Nobody can tell who deleted an album
`;

export const sampleOf = (text: string): Model => {
  const { model, problems } = parseLines(text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return model;
};

export const sample = (): Model => sampleOf(sampleLines);
