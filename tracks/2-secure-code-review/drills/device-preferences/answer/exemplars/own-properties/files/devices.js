/** Devices of a smart home: names, preferences, backups for a new phone, and the reset. */
import { App, HttpError } from "lab/web";
import { auth } from "lab/auth";

import { merge } from "./merge.js";
import { findDevice, findRole, saveDevice } from "./store.js";

export const app = new App();

/** What a role in a home allows. Every member may look. */
const RIGHTS = new Map([
  ["owner", new Set(["look", "change", "reset"])],
  ["resident", new Set(["look", "change"])],
  ["guest", new Set(["look"])],
]);
/** How a model behaves until somebody says otherwise. */
const DEFAULTS = Object.assign(Object.create(null), {
  lamp: { brightness: 80, fade: { in_ms: 400, out_ms: 800 } },
  lock: { chime: true, auto_lock: { after_s: 60 } },
});
const SHOWN = ["id", "name", "room", "model", "firmware_channel"];
const EDITABLE = ["name", "room"];

const pick = (source, names) =>
  Object.fromEntries(names.filter((name) => name in source).map((name) => [name, source[name]]));

/** Every route of a device names what it needs; "look" is what each member has. */
const needs = (right) => async (req, res, next) => {
  const caller = auth.require(req);
  const device = await findDevice(req.params.id);
  const role = device && (await findRole(device.home_id, caller.id));
  if (!role) throw new HttpError(404, "no such device");
  req.device = device;
  const allowed = RIGHTS.get(role)?.has(right);
  next(allowed ? undefined : new HttpError(403, "this role does not allow it"));
};

/** What the app saves before its user moves to a new phone. */
app.get("/devices/:id(\\d+)/backup", needs("change"), (req, res) => {
  res.json({ version: 2, device: req.device });
});

app.get("/devices/:id(\\d+)", needs("look"), (req, res) => res.json(pick(req.device, SHOWN)));

app.patch("/devices/:id(\\d+)", needs("change"), async (req, res) => {
  Object.assign(req.device, pick(req.body, EDITABLE));
  await saveDevice(req.device);
  res.json(pick(req.device, SHOWN));
});

app.get("/devices/:id(\\d+)/preferences", needs("look"), (req, res) => {
  const defaults = DEFAULTS[req.device.model] ?? {};
  res.json(merge(structuredClone(defaults), req.device.preferences));
});

app.patch("/devices/:id(\\d+)/preferences", needs("change"), async (req, res) => {
  merge(req.device.preferences, req.body);
  await saveDevice(req.device);
  res.sendStatus(204);
});

/** Brings a backup back, or a part of one. */
app.post("/devices/:id(\\d+)/restore", needs("change"), async (req, res) => {
  const { device } = req;
  const { name, room, network_key, preferences } = { ...device, ...req.body.device };
  await saveDevice({ ...device, name, room, network_key, preferences });
  res.sendStatus(204);
});

app.post("/devices/:id(\\d+)/reset", needs("reset"), async (req, res) => {
  const { device } = req;
  await saveDevice({ ...device, name: device.model, room: null, network_key: null, preferences: {} });
  res.sendStatus(204);
});
