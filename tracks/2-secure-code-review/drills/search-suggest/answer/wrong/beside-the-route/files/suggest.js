/** Suggestions under the search field of the shop, asked for with every key that is pressed. */
import { App, HttpError } from "lab/web";
import { db } from "lab/sql";

export const app = new App();

const TERM_MAX = 80;
/** Words of letters and digits, with at most one space, hyphen or apostrophe after each. */
const TERM = /^[\p{L}\p{N}]+(?:[ '’-][\p{L}\p{N}]+)*['’-]?$/u;
/** What somebody types, who may not be done yet. */
const TYPED = /^(?:[\p{L}\p{N}]+[ '’-]?)+$/u;
/** A language with its regions and scripts: "de", "pt-BR", "zh-Hant-TW". */
const LOCALE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** Whether a trimmed text in small letters is a term. The search page and the app's service ask as well. */
export const isTerm = (text) => text.length <= TERM_MAX && TERM.test(text);

app.get("/suggest", async (req, res) => {
  const term = String(req.query.q ?? "").trim().toLowerCase();
  const locale = String(req.query.locale ?? "en");
  if (term.length > TERM_MAX || !TYPED.test(term)) throw new HttpError(400, "not a search term");
  if (!LOCALE.test(locale)) throw new HttpError(400, "not a language");
  const rows = await db.all(
    `SELECT phrase FROM phrases
     WHERE locale = ? AND substr(phrase, 1, ?) = ? ORDER BY hits DESC, phrase LIMIT 8`,
    [locale, term.length, term],
  );
  console.log(JSON.stringify({ event: "suggest", term, locale, found: rows.length }));
  res.json(rows.map(({ phrase }) => phrase));
});
