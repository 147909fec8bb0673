import { db } from "lab/sql";
import { HttpError, Router } from "lab/web";

import { currentSession } from "./session.js";

const POLICY = "default-src 'self'; frame-ancestors 'none'";
const page = (version) => `<!doctype html><title>Seller console</title><main id="app"></main>
<script src="/console/boot.js?v=${version}"></script><script src="/assets/console.js"></script>`;

export const consolePages = new Router();

consolePages.get("/", (req, res) => {
  currentSession(req);
  res.set("Content-Security-Policy", POLICY).send(page(41));
});

/** What the console needs at once: it saves a round trip in the markets with slow phones. */
consolePages.get("/boot.js", async (req, res) => {
  if (req.get("Sec-Fetch-Site") !== "same-origin") throw new HttpError(403, "for the console only");
  const { seller, csrf } = currentSession(req);
  const row = await db.get("SELECT id, name, iban FROM sellers WHERE id = ?", [seller]);
  const boot = JSON.stringify({ ...row, csrf });
  res.set("Cache-Control", "private, no-store").type("js");
  res.send(`window.SELLER = ${boot};`);
});
