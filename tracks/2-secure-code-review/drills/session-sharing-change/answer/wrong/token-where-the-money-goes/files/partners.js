/** Companies whose dashboards work with a seller's orders, in the seller's browser. */
const PARTNERS = new Set(["https://dash.tillgate.example", "https://dash.packmate.example"]);

const PREFLIGHT = {
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Allow-Headers": "Content-Type, X-Client, X-Csrf-Token",
  "Access-Control-Max-Age": "600",
};

export function partnerAccess(req, res, next) {
  const origin = req.get("Origin");
  res.append("Vary", "Origin");
  if (!PARTNERS.has(origin)) return next();
  res.set("Access-Control-Allow-Origin", origin);
  res.set("Access-Control-Allow-Credentials", "true");
  if (req.method !== "OPTIONS") return next();
  res.status(204).set(PREFLIGHT).end();
}
