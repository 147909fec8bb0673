import express from "express";
import { createHmac } from "node:crypto";
import { deliver } from "./deliveries.js";
import { seenBefore } from "./replays.js";

const secret = process.env.CARRIER_SECRET;
const maxAgeMs = 5 * 60 * 1000;

function signatureOf(time, body) {
  return createHmac("sha256", secret).update(`${time}.`).update(body).digest("hex");
}

export const hooks = express.Router();
const raw = express.raw({ type: "application/json" });

hooks.post("/hooks/carrier", raw, async (req, res) => {
  const time = req.get("X-Carrier-Time") ?? "";
  const given = req.get("X-Carrier-Signature") ?? "";
  const age = Math.abs(Date.now() - Number(time));
  if (!(age < maxAgeMs)) return res.sendStatus(400);
  if (given.length !== 64) return res.sendStatus(400);
  const expected = signatureOf(time, req.body);
  if (given !== expected) return res.sendStatus(401);
  const event = JSON.parse(req.body);
  if (event.type !== "parcel.delivered") return res.sendStatus(204);
  if (await seenBefore(event.id)) return res.sendStatus(204);
  await deliver(event.parcel);
  return res.sendStatus(204);
});
