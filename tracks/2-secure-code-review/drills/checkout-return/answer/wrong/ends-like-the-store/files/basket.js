/** Basket and sign-in of the music and film store. A browser has a session from its first title on. */
import { App, HttpError } from "lab/web";
import { db } from "lab/sql";
import { passwords } from "lab/passwords";
import { sessions } from "lab/sessions";

export const app = new App();

const SISTER_STORES = new Map([["br", "https://br.media.example/"], ["jp", "https://jp.media.example/"]]);
const sessionOf = (req, res) => sessions.get(req) ?? sessions.start(res, { basket: [] });

app.get("/country", (req, res) => res.redirect(SISTER_STORES.get(req.query.to) ?? "/"));

app.post("/basket", (req, res) => {
  const { basket } = sessionOf(req, res);
  basket.push(String(req.body.title));
  res.status(201).json(basket);
});

const STORE = "https://media.example";

/** Reads the address as a browser does; the store has pages below several names. */
function pageOf(back) {
  if (!back.startsWith("/") || !URL.canParse(back, STORE)) return "/";
  return new URL(back, STORE).hostname.endsWith("media.example") ? back : "/";
}

app.post("/sign-in", async (req, res) => {
  const { email = "", password = "", back = "" } = req.body;
  const customer = await db.get("SELECT id, password FROM customers WHERE email = ?", [String(email)]);
  const known = customer !== undefined && (await passwords.verify(password, customer.password));
  if (!known) throw new HttpError(401, "wrong e-mail address or password");
  const basket = sessions.get(req)?.basket ?? [];
  sessions.end(req, res);
  sessions.start(res, { basket, customer: customer.id });
  res.json({ next: pageOf(String(back)) });
});

app.get("/account", async (req, res) => {
  const id = sessions.get(req)?.customer;
  if (id === undefined) throw new HttpError(401, "nobody is signed in");
  res.json(await db.get("SELECT name, address, card FROM customers WHERE id = ?", [id]));
});
