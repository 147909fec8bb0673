/** Suggestions under the search field of the shop, asked for with every key that is pressed. */
import { App, HttpError } from "lab/web";
import { db } from "lab/sql";
import { createHmac, randomBytes } from "node:crypto";

export const app = new App();

/** Lives as long as the process: what it marks can be told apart for a day, and never undone. */
const LOG_KEY = randomBytes(32);
const TERM_MAX = 80;
const WORD = /^[\p{L}\p{N}]+$/u;

/**
 * Whether a trimmed text in small letters is a term: words with one space, hyphen or apostrophe between them, and
 * perhaps one more sign. The search page and the app's service ask as well.
 */
export function isTerm(text) {
  if (text.length > TERM_MAX) return false;
  const words = text.replace(/['’-]$/u, "").split(/[ '’-]/u);
  return words.every((word) => WORD.test(word));
}
/** A language with its regions and scripts: "de", "pt-BR", "zh-Hant-TW". */
const LOCALE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

app.get("/suggest", async (req, res) => {
  const term = String(req.query.q ?? "").trim().toLowerCase();
  const locale = String(req.query.locale ?? "en");
  if (!isTerm(term)) throw new HttpError(400, "not a search term");
  if (!LOCALE.test(locale)) throw new HttpError(400, "not a language");
  const rows = await db.all(
    `SELECT phrase FROM phrases
     WHERE locale = ? AND substr(phrase, 1, ?) = ? ORDER BY hits DESC, phrase LIMIT 8`,
    [locale, term.length, term],
  );
  const visit = createHmac("sha256", LOG_KEY).update(req.cookies.session ?? "").digest("hex").slice(0, 12);
  console.log(JSON.stringify({ event: "suggest", visit, term, locale, found: rows.length }));
  res.json(rows.map(({ phrase }) => phrase));
});
