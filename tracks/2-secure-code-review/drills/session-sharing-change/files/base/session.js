import { randomUUID } from "node:crypto";

import { passwords } from "lab/passwords";
import { sessions } from "lab/sessions";
import { db } from "lab/sql";
import { HttpError } from "lab/web";

const WORK_DAY_MS = 10 * 60 * 60 * 1000;
const COOKIE = { sameSite: "lax", maxAge: WORK_DAY_MS };

export async function signIn(req, res) {
  const email = String(req.body.email ?? "");
  const seller = await db.get("SELECT id, password FROM sellers WHERE email = ?", [email]);
  const right = seller && (await passwords.verify(String(req.body.password ?? ""), seller.password));
  if (!right) throw new HttpError(401, "e-mail or password is wrong");
  sessions.start(res, { seller: seller.id, csrf: randomUUID() }, COOKIE);
  res.json({ seller: seller.id });
}

export function signOut(req, res) {
  sessions.end(req, res);
  res.sendStatus(204);
}

/** { seller, csrf } of whoever is signed in; throws 401. */
export function currentSession(req) {
  const session = sessions.get(req);
  if (session === null) throw new HttpError(401, "sign in first");
  return session;
}
