import { z } from "zod";

import type { Json } from "../json.ts";

/** One thing that a driver does. Its strings may hold {{nonce.<name>}} and {{<saved name>}}. */

const json: z.ZodType<Json> = z.json();
const text = z.string().max(20_000);

/** Where a later step's value stands: in the response's JSON, its text (first group), or a header. */
const savedFrom = z.union([
  z.string().startsWith("/"),
  z.strictObject({ pattern: z.string().max(200) }),
  z.strictObject({ header: z.string() }),
]);

const request = {
  method: z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]).default("GET"),
  /** Path with an optional raw query string, sent as it stands. */
  path: text.startsWith("/"),
  /** Name of a principal whose bearer token is sent. */
  as: z.string().optional(),
  /** Name of a browser: its cookies are sent, and those that come back are kept in it. */
  jar: z.string().optional(),
  /** Sent by a page of another site: cookies with SameSite are held back as a browser would. A GET opens a page,
   * unless its header Sec-Fetch-Mode says otherwise (no-cors: a script, a picture). */
  cross: z.boolean().optional(),
  headers: z.record(z.string(), text).optional(),
  /** Encoded and appended to the path. */
  query: z.record(z.string(), text).optional(),
  /** At most one of json, form, body, base64 and upload. */
  json: json.optional(),
  form: z.record(z.string(), text).optional(),
  body: text.optional(),
  base64: z.base64().optional(),
  /** multipart/form-data: a field is a text or a file. */
  upload: z
    .record(
      z.string(),
      z.union([
        text,
        z.strictObject({
          name: text,
          type: z.string().default("application/octet-stream"),
          text: text.optional(),
          base64: z.base64().optional(),
        }),
      ]),
    )
    .optional(),
  save: z.record(z.string(), savedFrom).optional(),
};

export const httpStep = z.strictObject(request);
export type HttpStep = z.infer<typeof httpStep>;

const callStep = z.strictObject({
  /** module:function (Python, JavaScript), class#method (Java). */
  target: z.string().regex(/^[\w./$-]+[:#]\w+$/),
  args: z.array(json).default([]),
});

/** One statement on the lab's database. Not for setup only: it also shows what an attack changed. */
const sqlStep = z.strictObject({ query: text, args: z.array(json).default([]) });

/**
 * What the program did to the world in this test so far, oldest first: lines that it printed or logged,
 * commands ({ argv, shell }), requests ({ method, url, address, status, body }), mails ({ to, subject, body }).
 */
const logStep = z.enum(["output", "shell", "net", "mail"]);

/** Contents of one file of the interpreter's file system, as text; null where there is none. */
const fileStep = z.string().startsWith("/");

/**
 * Two requests at once, made certain: `second` runs to its end right before the `at`th SQL statement of
 * `first`; where that is the first one of a transaction, before the transaction begins. A transaction that
 * `first` holds already keeps it waiting until that one ends. Where `first` makes fewer statements, `second`
 * follows it.
 */
const raceStep = z.strictObject({
  at: z.int().min(1).max(20),
  first: httpStep,
  second: httpStep,
});

/** What somebody does on a page once it is loaded. */
const act = z.union([
  z.strictObject({ click: z.string() }),
  z.strictObject({ input: z.strictObject({ selector: z.string(), value: text }) }),
  /** A window of another origin posts a message. */
  z.strictObject({ message: z.strictObject({ origin: z.string(), data: json }) }),
  z.strictObject({ hash: text }),
]);
export type PageAct = z.infer<typeof act>;

/**
 * A browser opens a page: the request is made as an http step, then the page's scripts run in a small DOM on
 * the host. With `file`, the page is that file of the program, and nothing is asked of the server.
 */
export const visitStep = z.strictObject({
  ...request,
  file: z.string().optional(),
  /** Fragment of the address, without the #. */
  hash: text.optional(),
  /** What the page's own requests get: path (without query) to JSON, or to a text. Others get 404. */
  serves: z.record(z.string(), json).default({}),
  acts: z.array(act).max(10).default([]),
});
export type VisitStep = z.infer<typeof visitStep>;

export const step = z.union([
  z.strictObject({ http: httpStep }),
  z.strictObject({ call: callStep }),
  z.strictObject({ sql: sqlStep }),
  z.strictObject({ log: logStep }),
  z.strictObject({ file: fileStep }),
  z.strictObject({ race: raceStep }),
  z.strictObject({ visit: visitStep }),
]);
export type Step = z.infer<typeof step>;
