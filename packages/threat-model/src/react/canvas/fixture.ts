import { parseLines } from "../../lines/index.ts";
import type { Model } from "../../model/model.ts";

/** Photo sharing, as the tests of the canvas draw it: two zones beside each other, and one within another. */
export const photoSharing = (): Model =>
  parseLines(`model Photo sharing
zone internet 0: Internet
zone cloud 80: AWS account
zone vpc 90 in cloud: Production VPC
data photo confidential: Customer photos
actor customer in internet: Customer <person>
process app in internet: Mobile app <mobile-app>
process api in cloud: Photo API <aws-lambda> [rate limit, input validation]
store photos in cloud: Photos <s3> [encryption-at-rest] {photo}
store db in vpc: Albums <rds>
customer -> app: uses
app -> api: upload [HTTPS, session] {photo}
api <-> photos: keep and fetch [AWS API, sigv4] {photo}
api -> db: albums of a customer [SQL, password]
`).model;
