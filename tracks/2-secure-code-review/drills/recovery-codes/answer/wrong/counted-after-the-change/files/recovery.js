import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";

import { html } from "lab/html";
import { mail } from "lab/mail";
import { passwords } from "lab/passwords";
import { db } from "lab/sql";
import { App, HttpError } from "lab/web";

const VALID_MS = 30 * 60 * 1000;
const PASSWORD_MIN = 10;

export const app = new App("recovery");

const digest = (code) => createHash("sha256").update(code).digest();
const emailOf = (body) => String(body.email ?? "").trim().toLowerCase();

function recoveryLink(id, code) {
  const link = new URL(`/recovery/${id}`, process.env.PUBLIC_URL);
  link.searchParams.set("code", code);
  return link.href;
}

app.post("/recovery", async (req, res) => {
  const query = "SELECT id, email, name FROM accounts WHERE email = ?";
  const account = await db.get(query, [emailOf(req.body)]);
  if (account) {
    const id = randomUUID();
    const code = randomBytes(20).toString("base64url");
    await db.run("INSERT INTO recoveries (id, account_id, digest, ends_at) VALUES (?, ?, ?, ?)", [
      id,
      account.id,
      digest(code).toString("hex"),
      Date.now() + VALID_MS,
    ]);
    const body = `Hello ${account.name},\n\nset a new password here:\n${recoveryLink(id, code)}\n`;
    await mail.send({ to: account.email, subject: "Your way back in", body });
  }
  res.status(202).json({ sent: true });
});

/** The recovery that a link stands for; throws 404 for one that is wrong or over. */
async function openRecovery(id, code) {
  const row = await db.get("SELECT * FROM recoveries WHERE id = ?", [id]);
  const right = row && timingSafeEqual(Buffer.from(row.digest, "hex"), digest(String(code)));
  if (!right || row.ends_at < Date.now()) throw new HttpError(404, "this link no longer works");
  return row;
}

app.get("/recovery/:id", async (req, res) => {
  const { account_id: accountId } = await openRecovery(req.params.id, req.query.code);
  const { email } = await db.get("SELECT email FROM accounts WHERE id = ?", [accountId]);
  res.set({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });
  res.send(html`<!doctype html><title>A new password</title><form method="post">
<input type="hidden" name="code" value="${req.query.code}">
<input name="email" autocomplete="username" value="${email}" readonly>
<input name="password" type="password" autocomplete="new-password" minlength="${PASSWORD_MIN}">
<button>Save</button></form>`);
});

app.post("/recovery/:id", async (req, res) => {
  const { code, password } = req.body;
  const recovery = await openRecovery(req.params.id, code);
  if (typeof password !== "string" || password.length < PASSWORD_MIN)
    throw new HttpError(400, `a password has ${PASSWORD_MIN} characters or more`);
  const secret = await passwords.hash(password);
  await db.run("UPDATE accounts SET password = ? WHERE id = ?", [secret, recovery.account_id]);
  const claim = "UPDATE recoveries SET used_at = ? WHERE id = ? AND used_at IS NULL";
  const { changes } = await db.run(claim, [Date.now(), recovery.id]);
  if (changes !== 1) throw new HttpError(404, "this link no longer works");
  res.json({ changed: true });
});
