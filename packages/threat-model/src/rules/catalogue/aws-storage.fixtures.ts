import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "bucket-open-to-anybody": {
    fires: `
process page <browser>
store photos <aws-s3>
page -> photos: show [HTTPS, no authentication]`,
    silent: `
process page <browser>
store photos <aws-s3>
page -> photos: show [HTTPS, signed-url]`,
  },
  "bucket-shared-too-widely": {
    fires: `
zone shop 80: Shop account
zone ads 60: Advertising account
process reports in ads <aws-glue>
store orders in shop <aws-s3>
reports -> orders: read [AWS API, sigv4]`,
    silent: `
zone shop 80: Shop account
zone ads 60: Advertising account
process reports in ads <aws-glue>
store orders in shop <aws-s3> [resource-policy]
reports -> orders: read [AWS API, sigv4]`,
  },
  "presigned-for-any-key": {
    fires: `
process app <mobile-app>
store invoices <aws-s3>
app -> invoices: fetch [HTTPS, signed-url]`,
    silent: `
process app <mobile-app>
store invoices <aws-s3>
app -> invoices: fetch [HTTPS, signed-url, object-authorization]`,
  },
  "upload-replaced-after-check": {
    fires: `
process app <mobile-app>
store uploads <aws-s3>
process resize <aws-lambda>
app -> uploads: put [HTTPS, signed-url]
uploads -> resize: object created`,
    silent: `
process app <mobile-app>
store uploads <aws-s3> [versioning]
process resize <aws-lambda>
app -> uploads: put [HTTPS, signed-url]
uploads -> resize: object created`,
  },
  "bucket-held-to-ransom": {
    fires: `
data contracts confidential
process api <aws-lambda>
store files <aws-s3> {contracts}
api -> files: keep [AWS API, sigv4]`,
    silent: `
data contracts confidential
process api <aws-lambda>
store files <aws-s3> {contracts} [versioning]
api -> files: keep [AWS API, sigv4]`,
  },
  "key-usable-by-account": {
    fires: `
process api <aws-lambda>
store key <aws-kms>
api -> key: decrypt [AWS API, sigv4]`,
    silent: `
process api <aws-lambda>
store key <aws-kms> [key-policy]
api -> key: decrypt [AWS API, sigv4]`,
  },
  "copy-leaves-its-region": {
    fires: `
zone ireland 80
zone virginia 80
data buyers confidential (personal)
store orders in ireland <aws-dynamodb>
store replica in virginia <aws-dynamodb>
orders -> replica: replicate {buyers}`,
    silent: `
zone ireland 80
zone virginia 80
data buyers confidential (personal)
store orders in ireland <aws-dynamodb>
store replica in virginia <aws-dynamodb>
orders -> replica: replicate {buyers} [data-residency]`,
  },
};
