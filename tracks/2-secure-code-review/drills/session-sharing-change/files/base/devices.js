/** Handheld scanners of the warehouses, and the tracking that shops put on their pages. */

import { auth } from "lab/auth";
import { db } from "lab/sql";
import { HttpError, Router } from "lab/web";

export const devices = new Router();

devices.post("/scans", async (req, res) => {
  const device = auth.require(req);
  const code = req.rawBody.toString().trim();
  await db.run("UPDATE parcels SET place = ? WHERE code = ?", [device.id, code]);
  res.sendStatus(204);
});

devices.get("/tracking/:code", async (req, res) => {
  const parcel = await db.get("SELECT place FROM parcels WHERE code = ?", [req.params.code]);
  if (!parcel) throw new HttpError(404, "no such parcel");
  res.set("Access-Control-Allow-Origin", "*").json(parcel);
});
