import { Router } from "express";
import { signedIn } from "./sessions.js";
import { log } from "./log.js";

const HOME = "https://shop.example/";
const DOMAIN = "shop.example";

export const afterLogin = Router();

function target(next) {
  if (typeof next !== "string") return HOME;
  let url;
  try {
    url = new URL(next, HOME);
  } catch {
    return HOME;
  }
  if (url.protocol !== "https:") return HOME;
  if (!url.hostname.endsWith(DOMAIN)) return HOME;
  return url.href;
}

afterLogin.get("/after-login", signedIn, (req, res) => {
  const to = target(req.query.next);
  log.info("after-login", { to });
  res.redirect(303, to);
});
