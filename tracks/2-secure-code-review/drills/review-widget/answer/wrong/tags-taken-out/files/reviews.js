import { auth } from "lab/auth";
import { db } from "lab/sql";
import { App, HttpError } from "lab/web";

const PAGE = 20;
const TEXT_MAX = 2000;
const PHOTO = /^[a-z0-9]{8,40}$/;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const app = new App("reviews");

const text = (value) => String(value ?? "").replace(/[&<>"']/g, (one) => ENTITIES[one]);

function figureOf({ photo, caption }) {
  if (!photo) return "";
  const image = `<img src="/photos/${photo}.jpg" alt="${text(caption)}" loading="lazy">`;
  return `<figure>${image}<figcaption>${text(caption)}</figcaption></figure>`;
}

const articleOf = (review) => `<article id="r${review.id}" aria-label="Review by ${text(review.name)}">
<h3>${text(review.name)}</h3>${figureOf(review)}<p>${text(review.body)}</p></article>`;

/** What public/widget.js works on; it must not end the script element. */
const islandOf = (reviews) =>
  JSON.stringify(reviews.map(({ id, name, stars }) => ({ id, name, stars }))).replaceAll("<", "\\u003c");

const pageOf = (reviews) => `<!doctype html><meta charset="utf-8"><title>Reviews</title>
<p id="notice"></p><p id="summary"></p><p id="found"></p>
<main>${reviews.map(articleOf).join("\n")}</main>
<script type="application/json" id="data">${islandOf(reviews)}</script>
<script src="/widget.js"></script>`;

app.get("/p/:sku/reviews", async (req, res) => {
  const query = "SELECT * FROM reviews WHERE sku = ? ORDER BY id DESC LIMIT ?";
  res.send(pageOf(await db.all(query, [req.params.sku, PAGE])));
});

app.post("/p/:sku/reviews", async (req, res) => {
  const customer = auth.require(req);
  const { stars, body, photo = null, caption = "" } = req.body;
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) throw new HttpError(400, "1 to 5 stars");
  if ([body, caption].some((one) => typeof one !== "string" || one.length > TEXT_MAX))
    throw new HttpError(400, "a review is a text");
  if (photo !== null && !(typeof photo === "string" && PHOTO.test(photo)))
    throw new HttpError(400, "upload the photo first");
  const { lastId } = await db.run(
    "INSERT INTO reviews (sku, name, stars, photo, caption, body) VALUES (?, ?, ?, ?, ?, ?)",
    [req.params.sku, customer.claims.name, stars, photo, caption, body],
  );
  res.status(201).json({ id: lastId });
});
