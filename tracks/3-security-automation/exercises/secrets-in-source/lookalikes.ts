import type { Piece } from "./piece.ts";

/** As AWS writes them in its documentation. */
const exampleId = ["AKIA", "IOSFODNN7", "EXAMPLE"].join("");
const exampleSecret = ["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/");

/** As JavaScript names it; this file itself reads none. */
const environment = ["process", "env"].join(".");

const keys: readonly Piece[] = [
  {
    ending: "md",
    lines: () => [
      "```",
      `aws_access_key_id = ${exampleId}`,
      `aws_secret_access_key = ${exampleSecret}`,
      "```",
    ],
  },
  // An ID alone opens nothing; a commit's number is no secret.
  {
    ending: "yaml",
    lines: (fake) => ["rotated:", `  - key: ${fake.keyId()}`, `    commit: ${fake.hex(40)}`],
  },
  {
    ending: "py",
    isSpread: true,
    lines: (fake) => [
      `RETIRED = {"${fake.keyId()}"}`,
      ...["A", "B", "C", "D", "E"].map((name) => `LINE_${name} = "open"`),
      `ETAG = "${fake.unkeptToken(40)}"`,
    ],
  },
  { ending: "env", lines: (fake) => [`DEVICE=${fake.noKeyId()}`, `BUILD=${fake.unkeptToken(40)}`] },
  {
    ending: "js",
    lines: (fake) => [
      `const logo = "data:image/png;base64,${fake.base64(120)}${fake.keyId()}${fake.base64(160)}";`,
    ],
  },
  {
    ending: "json",
    lines: (fake) => [
      `  "part": "${fake.keyId()}${fake.chars("ABCDEFGH", 4)}",`,
      `  "etag": "${fake.unkeptToken(40)}",`,
    ],
  },
];

const privateKeys: readonly Piece[] = [
  {
    ending: "pem",
    lines: (fake) => [
      "-----BEGIN PUBLIC KEY-----",
      ...fake.publicBody(),
      "-----END PUBLIC KEY-----",
    ],
  },
  {
    ending: "pem",
    lines: (fake) => [
      "-----BEGIN CERTIFICATE-----",
      ...fake.publicBody(),
      "-----END CERTIFICATE-----",
    ],
  },
  {
    ending: "py",
    lines: () => [
      "def is_key(text):",
      '    return text.startswith("-----BEGIN RSA PRIVATE KEY-----")',
    ],
  },
  {
    ending: "md",
    lines: () => ["-----BEGIN PRIVATE KEY-----", "<paste yours here>", "-----END PRIVATE KEY-----"],
  },
  {
    ending: "yaml",
    lines: () => [
      "key: |",
      "  -----BEGIN EC PRIVATE KEY-----",
      "  ...",
      "  -----END EC PRIVATE KEY-----",
    ],
  },
  // A little less than what counts.
  {
    ending: "md",
    lines: (fake) => ["-----BEGIN PRIVATE KEY-----", fake.base64(56), "-----END PRIVATE KEY-----"],
  },
];

const connections: readonly Piece[] = [
  {
    ending: "env",
    lines: () => ["DATABASE_URL=postgres://seats:${DB_PASSWORD}@db.rail.example:5432/seats"],
  },
  { ending: "md", lines: () => ["Set it to `postgres://seats:<password>@db.rail.example/seats`."] },
  {
    ending: "yaml",
    lines: () => [
      "broker:",
      "  url: amqp://dispatch:{{ .Values.broker.password }}@mq.rail.example:5672/",
    ],
  },
  {
    ending: "py",
    lines: () => ['ENGINE = create_engine(f"mysql+pymysql://fares:{password}@{host}/fares")'],
  },
  { ending: "js", lines: () => ['const url = "redis://localhost:6379/0";'] },
  { ending: "env", lines: () => ["CACHE_URL=redis://:changeme@localhost:6379/0"] },
  { ending: "json", lines: () => ['  "store": "mongodb://seats:xxxxxxxx@localhost/seats",'] },
  { ending: "properties", lines: () => ["mail.url=smtp://robot:********@mail.rail.example:587"] },
  {
    ending: "sh",
    lines: () => [
      "git clone ssh://git@git.rail.example/fares.git",
      'curl "https://rail.example:8443/a@b"',
    ],
  },
];

/** Beside a telling name, and far below the entropy that counts, or without a kind of character: surely no tokens. */
const notRandom: readonly Piece[] = [
  { ending: "properties", lines: () => ["sms.api.key=sms-gateway-production-7319"] },
  { ending: "json", lines: () => ['  "storeSecret": "RailFaresProductionDatabase",'] },
  { ending: "yaml", lines: () => ["  test_password: Passw0rdPassw0rdPassw0rd"] },
  { ending: "env", lines: () => ["LOCAL_API_KEY=Abc123Abc123Abc123Abc123Abc1"] },
];

const tokens = (
  [
    { ending: "py", lines: () => ['API_TOKEN = os.environ["RAIL_API_TOKEN_2026"]'] },
    {
      ending: "yaml",
      lines: (fake) => [
        "sms:",
        `  token_id: ${fake.uuid()}`,
        "  api_key: ${SMS_API_KEY_VERSION_2}",
      ],
    },
    {
      ending: "env",
      lines: () => ["SESSION_SECRET=xxxxxxxxxxxxxxxxxxxxxxxxxxxx1", "MAIL_PASSWORD=changeme"],
    },
    {
      ending: "json",
      lines: (fake) => [
        `  "integrity": "sha512-${fake.base64(86)}==",`,
        `  "secretSha256": "${fake.hex(64)}",`,
      ],
    },
    {
      ending: "js",
      lines: () => [
        'const TOKEN_HEADER = "X-Rail-Session-Token";',
        `const authToken = ${environment}.RAIL_AUTH_TOKEN_V2;`,
      ],
    },
    {
      ending: "properties",
      lines: (fake) => [`admin.password.hash=$2b$12$${fake.unkeptToken(53)}`],
    },
    // One character short of what counts.
    { ending: "py", lines: (fake) => [`door_token = "${fake.unkeptToken(19)}"`] },
    {
      ending: "tf",
      lines: () => [
        '  secret_name = "rail/production/fares-database-2"',
        '  token_url   = "https://login.rail.example/oauth2/v1/token"',
      ],
    },
    {
      ending: "sh",
      lines: () => [
        'curl -H "Authorization: Bearer $RAIL_TOKEN_2026_PRODUCTION" https://api.rail.example/v1/seats',
      ],
    },
    {
      ending: "md",
      lines: () => [
        "The password is at least 20 characters long, and the token ends after 3600 seconds.",
      ],
    },
    {
      ending: "js",
      lines: (fake) => [`const chunk = "${fake.unkeptToken(32)}"; // of a file's name`],
    },
    {
      ending: "yaml",
      lines: () => [
        "password_hint: The name of the station where you first changed trains in 2019",
      ],
    },
  ] satisfies Piece[]
).map((piece): Piece => ({ ...piece, isToken: true }));

export const lookalikes: readonly Piece[] = [
  ...keys,
  ...privateKeys,
  ...connections,
  ...notRandom,
  ...tokens,
];
