import { App, HttpError } from "lab/web";

import { api } from "./api.js";
import { consolePages } from "./console.js";
import { devices } from "./devices.js";
import { partnerAccess } from "./partners.js";
import { signIn, signOut } from "./session.js";

export const app = new App("seller");

const SITES = [
  "https://shop.example",
  "https://dash.tillgate.example",
  "https://dash.packmate.example",
];

app.use((req, res, next) => {
  const changes = req.method === "POST" && req.path.startsWith("/api/");
  if (changes && !SITES.includes(req.get("Origin"))) throw new HttpError(403, "not from this site");
  next();
});

app.post("/login", signIn);
app.post("/logout", signOut);
app.use("/api", partnerAccess, api);
app.use("/console", consolePages);
app.use("/devices", devices);
