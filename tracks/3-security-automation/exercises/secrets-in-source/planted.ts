import { marked, type Piece } from "./piece.ts";

const keys: readonly Piece[] = [
  {
    ending: "env",
    lines: (fake) => [
      marked(`AWS_ACCESS_KEY_ID=${fake.keyId()}`, "aws-key"),
      `AWS_SECRET_ACCESS_KEY=${fake.keySecret()}`,
    ],
  },
  {
    ending: "py",
    lines: (fake) => [
      "bucket = boto3.client(",
      '    "s3",',
      marked(`    aws_access_key_id="${fake.keyId()}",`, "aws-key"),
      `    aws_secret_access_key="${fake.keySecret()}",`,
      ")",
    ],
  },
  {
    ending: "properties",
    // Five lines apart, the secret first.
    lines: (fake) => [
      `timetable.store.secret=${fake.keySecret()}`,
      "timetable.store.region=eu-west-1",
      "timetable.store.bucket=timetable-archive",
      "timetable.store.retries=4",
      "timetable.store.prefix=2026/",
      marked(`timetable.store.key=${fake.keyId()}`, "aws-key"),
    ],
  },
  {
    ending: "js",
    lines: (fake) => [
      "const client = new S3Client({",
      '  region: "eu-west-1",',
      marked(`  credentials: { accessKeyId: "${fake.keyId()}",`, "aws-key"),
      `    secretAccessKey: "${fake.keySecret()}" },`,
      "});",
    ],
  },
  {
    ending: "tf",
    lines: (fake) => [
      'provider "aws" {',
      '  region     = "eu-west-1"',
      marked(`  access_key = "${fake.keyId()}"`, "aws-key"),
      `  secret_key = "${fake.keySecret()}"`,
      "}",
    ],
  },
];

const types = ["", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "];

const privateKeys: readonly Piece[] = [
  {
    ending: "pem",
    lines: (fake) => {
      const type = fake.pick(types);
      return [
        marked(`-----BEGIN ${type}PRIVATE KEY-----`, "private-key"),
        ...fake.body(),
        `-----END ${type}PRIVATE KEY-----`,
      ];
    },
  },
  // As short as a key of Ed25519.
  {
    ending: "pem",
    lines: (fake) => [
      marked("-----BEGIN PRIVATE KEY-----", "private-key"),
      fake.shortBody(),
      "-----END PRIVATE KEY-----",
    ],
  },
  {
    ending: "yaml",
    lines: (fake) => [
      "tls:",
      "  key: |",
      marked("    -----BEGIN PRIVATE KEY-----", "private-key"),
      ...fake.body().map((line) => `    ${line}`),
      "    -----END PRIVATE KEY-----",
    ],
  },
  {
    ending: "json",
    lines: (fake) => {
      const block = [
        "-----BEGIN PRIVATE KEY-----",
        ...fake.body(),
        "-----END PRIVATE KEY-----",
        "",
      ];
      return [marked(`  "signing": "${block.join("\\n")}",`, "private-key")];
    },
  },
];

const connection = "connection-string";
const connections: readonly Piece[] = [
  {
    ending: "env",
    lines: (fake) => [
      marked(
        `DATABASE_URL=postgres://seats:${fake.password()}@db.rail.example:5432/seats`,
        connection,
      ),
    ],
  },
  {
    ending: "py",
    lines: (fake) => [
      marked(
        `ENGINE = create_engine("mysql+pymysql://fares:${fake.password()}@192.0.2.17/fares")`,
        connection,
      ),
    ],
  },
  {
    ending: "yaml",
    lines: (fake) => [
      "broker:",
      marked(`  url: amqp://dispatch:${fake.password()}@mq.rail.example:5672/`, connection),
    ],
  },
  {
    ending: "js",
    lines: (fake) => [
      marked(
        `const cache = createClient({ url: 'redis://:${fake.password()}@198.51.100.8:6379/0' });`,
        connection,
      ),
    ],
  },
  {
    ending: "json",
    lines: (fake) => [
      marked(
        `  "store": "mongodb+srv://seats:${fake.password()}@cluster.rail.example/seats?retryWrites=true",`,
        connection,
      ),
    ],
  },
  {
    ending: "sh",
    lines: (fake) => [
      marked(`git clone https://robot:${fake.password()}@git.rail.example/fares.git`, connection),
    ],
  },
];

const tokens = (
  [
    { ending: "py", lines: (fake) => [marked(`API_TOKEN = "${fake.token()}"`, "token")] },
    // The shortest that counts.
    { ending: "py", lines: (fake) => [marked(`mail_password = '${fake.token(20)}'`, "token")] },
    { ending: "yaml", lines: (fake) => ["sms:", marked(`  api_key: ${fake.token()}`, "token")] },
    { ending: "env", lines: (fake) => [marked(`SESSION_SECRET=${fake.token()}`, "token")] },
    { ending: "json", lines: (fake) => [marked(`  "clientSecret": "${fake.token()}",`, "token")] },
    { ending: "js", lines: (fake) => [marked(`const authToken = "${fake.token()}";`, "token")] },
    {
      ending: "properties",
      lines: (fake) => [marked(`ticket.printer.password=${fake.token(22)}`, "token")],
    },
    {
      ending: "sh",
      lines: (fake) => [
        marked(
          `curl -H "Authorization: Bearer ${fake.token()}" https://api.rail.example/v1/seats`,
          "token",
        ),
      ],
    },
    {
      ending: "py",
      lines: (fake) => [marked(`headers = {"Authorization": "Bearer ${fake.token()}"}`, "token")],
    },
    {
      ending: "yaml",
      lines: (fake) => ["headers:", marked(`  authorization: Bearer ${fake.token()}`, "token")],
    },
    {
      ending: "js",
      lines: (fake) => [
        marked(`  const headers = { Authorization: "Bearer ${fake.token()}" };`, "token"),
      ],
    },
    { ending: "tf", lines: (fake) => [marked(`  webhook_secret = "${fake.token(32)}"`, "token")] },
    {
      ending: "md",
      lines: (fake) => [
        "For the pilot use",
        "",
        marked(`    export MAPS_API_KEY=${fake.token()}`, "token"),
      ],
    },
  ] satisfies Piece[]
).map((piece): Piece => ({ ...piece, isToken: true }));

export const planted: readonly Piece[] = [...keys, ...privateKeys, ...connections, ...tokens];
