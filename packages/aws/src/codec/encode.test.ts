import { expect, test } from "vitest";

import type { HttpResponse } from "../http.ts";
import { encodeFault, encodeOutput, notEmulated, type ServiceId } from "./index.ts";

const id = { requestId: "r-1" };
const textOf = ({ body }: HttpResponse) => new TextDecoder().decode(body);

test.each<[ServiceId, string, Record<string, unknown>, string]>([
  [
    "iam",
    "GetUser",
    { User: { UserName: "a", CreateDate: 0 } },
    `<GetUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetUserResult><User><UserName>a</UserName><CreateDate>1970-01-01T00:00:00Z</CreateDate></User></GetUserResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></GetUserResponse>`,
  ],
  [
    "iam",
    "DeleteUser",
    {},
    `<DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></DeleteUserResponse>`,
  ],
  [
    "ec2",
    "DescribeVpcs",
    { Vpcs: [{ VpcId: "vpc-1", IsDefault: true }] },
    `<?xml version="1.0" encoding="UTF-8"?>\n<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r-1</requestId><vpcSet><item><isDefault>true</isDefault><vpcId>vpc-1</vpcId></item></vpcSet></DescribeVpcsResponse>`,
  ],
  [
    "ec2",
    "DeleteTags",
    {},
    `<?xml version="1.0" encoding="UTF-8"?>\n<DeleteTagsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r-1</requestId><return>true</return></DeleteTagsResponse>`,
  ],
  [
    "kms",
    "Decrypt",
    { Plaintext: new Uint8Array([1, 2]), KeyId: undefined },
    `{"Plaintext":"AQI="}`,
  ],
  ["kms", "EnableKey", {}, ""],
  ["accessanalyzer", "ListAnalyzers", { analyzers: [] }, `{"analyzers":[]}`],
  [
    "s3",
    "ListBuckets",
    { Buckets: [{ Name: "a&b", CreationDate: 1500 }] },
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Buckets><Bucket><Name>a&amp;b</Name><CreationDate>1970-01-01T00:00:01.500Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>`,
  ],
  ["s3", "GetBucketPolicy", { Policy: "{}" }, "{}"],
  [
    "s3",
    "GetBucketLocation",
    {},
    `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>`,
  ],
])("%s %s on the wire", (service, operation, output, text) => {
  expect(textOf(encodeOutput({ service, operation }, output, id))).toBe(text);
});

test.each<[string, ServiceId, string, Record<string, unknown>, string]>([
  ["a member with a slip", "iam", "GetUser", { User: { Username: "a" } }, "GetUser.User.Username"],
  ["a number for a text", "iam", "GetUser", { User: { UserName: 1 } }, "GetUser.User.UserName"],
  [
    "a date for a timestamp",
    "kms",
    "DescribeKey",
    { KeyMetadata: { KeyId: "k", CreationDate: "2026" } },
    "DescribeKey.KeyMetadata.CreationDate",
  ],
  ["a structure for a list", "ec2", "DescribeVpcs", { Vpcs: {} }, "DescribeVpcs.Vpcs"],
  ["base64 for bytes", "kms", "Decrypt", { Plaintext: "AQI=" }, "Decrypt.Plaintext"],
  [
    "an operation that has no shapes",
    "ec2",
    "DescribeSpotPriceHistory",
    {},
    "DescribeSpotPriceHistory",
  ],
])("an output that does not fit is a bug: %s", (_, service, operation, output, where) => {
  expect(() => encodeOutput({ service, operation }, output, id)).toThrow(
    expect.objectContaining({ code: "internal", where }),
  );
});

test("a line break in a header begins no other", () => {
  const output = { ContentType: "a\r\nx-evil: 1" };
  const { headers } = encodeOutput({ service: "s3", operation: "HeadObject" }, output, id);
  expect(headers["content-type"]).toBe("a  x-evil: 1");
});

const fault = {
  code: "AccessDenied",
  message: "No <way>.",
  status: 403,
  members: { BucketName: "b" },
};
const hostId = "pfp3ej3GcmjK6m7qA4uhQXfjYNuoTh20TnONuuE35+8=";
test.each<[ServiceId | null, string | null, string]>([
  [
    "iam",
    null,
    `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No &lt;way&gt;.</Message><BucketName>b</BucketName></Error><RequestId>r-1</RequestId></ErrorResponse>`,
  ],
  [
    "ec2",
    "DescribeVpcs",
    `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>AccessDenied</Code><Message>No &lt;way&gt;.</Message><BucketName>b</BucketName></Error></Errors><RequestID>r-1</RequestID></Response>`,
  ],
  ["kms", "Decrypt", `{"__type":"AccessDenied","BucketName":"b","message":"No <way>."}`],
  ["lambda", "Invoke", `{"BucketName":"b","message":"No <way>."}`],
  [
    "s3",
    "GetObject",
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>No &lt;way&gt;.</Message><BucketName>b</BucketName><RequestId>r-1</RequestId><HostId>${hostId}</HostId></Error>`,
  ],
  ["s3", "HeadObject", ""],
  [
    "s3control",
    "GetPublicAccessBlock",
    `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No &lt;way&gt;.</Message><BucketName>b</BucketName></Error><RequestId>r-1</RequestId></ErrorResponse>`,
  ],
  [null, null, `{"__type":"AccessDenied","BucketName":"b","message":"No <way>."}`],
])("a refusal by %s %s on the wire", (service, operation, text) => {
  const written = encodeFault({ service, operation }, fault, id);
  expect([written.status, textOf(written)]).toEqual([403, text]);
});

test.each<[ServiceId, string, string, number]>([
  ["s3", "GetBucketWebsite", "NotImplemented", 501],
  ["iam", "GetServiceLastAccessedDetails", "InvalidAction", 400],
  ["kms", "ConnectCustomKeyStore", "UnknownOperationException", 400],
])("%s %s is not emulated, and says so", (service, operation, code, status) => {
  const message = expect.stringMatching(
    `${operation} exists in AWS .*, but is not emulated`,
  ) as string;
  expect(notEmulated({ service, operation })).toEqual({ code, status, message });
});
