/** Devices of a smart home: names, preferences, backups for a new phone, and the reset. */
import { App, HttpError } from "lab/web";
import { auth } from "lab/auth";

import { merge } from "./merge.js";
import { findDevice, findRole, saveDevice } from "./store.js";

export const app = new App();

/** What a role in a home allows. Every member may look. */
const RIGHTS = {
  owner: { change: true, reset: true },
  resident: { change: true },
  guest: {},
};
/** How a model behaves until somebody says otherwise. */
const DEFAULTS = {
  lamp: { brightness: 80, fade: { in_ms: 400, out_ms: 800 } },
  lock: { chime: true, auto_lock: { after_s: 60 } },
};
const SHOWN = ["id", "name", "room", "model", "firmware_channel"];
const EDITABLE = ["name", "room"];
const RESTORED = [...EDITABLE, "network_key", "preferences"];

const pick = (source, names) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(source, name)).map((name) => [name, source[name]]));

app.use("/devices/:id(\\d+)", async (req, res, next) => {
  const caller = auth.require(req);
  const device = await findDevice(req.params.id);
  const role = device && (await findRole(device.home_id, caller.id));
  if (!role) throw new HttpError(404, "no such device");
  req.device = device;
  req.rights = RIGHTS[role];
  next();
});

const needs = (right) => (req, res, next) =>
  next(Object.hasOwn(req.rights, right) ? undefined : new HttpError(403, "this role does not allow it"));

/** What the app saves before its user moves to a new phone. */
app.get("/devices/:id(\\d+)/backup", needs("change"), (req, res) =>
  res.json({ version: 2, device: req.device }),
);

app.get("/devices/:id(\\d+)", (req, res) => res.json(pick(req.device, SHOWN)));

app.patch("/devices/:id(\\d+)", needs("change"), async (req, res) => {
  Object.assign(req.device, pick(req.body, EDITABLE));
  await saveDevice(req.device);
  res.json(pick(req.device, SHOWN));
});

app.get("/devices/:id(\\d+)/preferences", (req, res) => {
  const defaults = Object.hasOwn(DEFAULTS, req.device.model) ? DEFAULTS[req.device.model] : {};
  res.json(merge(structuredClone(defaults), req.device.preferences));
});

app.patch("/devices/:id(\\d+)/preferences", needs("change"), async (req, res) => {
  merge(req.device.preferences, req.body);
  await saveDevice(req.device);
  res.sendStatus(204);
});

/** Brings a backup back, or a part of one. */
app.post("/devices/:id(\\d+)/restore", needs("change"), async (req, res) => {
  await saveDevice({ ...req.device, ...pick(req.body.device ?? {}, RESTORED) });
  res.sendStatus(204);
});

app.post("/devices/:id(\\d+)/reset", needs("reset"), async (req, res) => {
  const { device } = req;
  await saveDevice({ ...device, name: device.model, room: null, network_key: null, preferences: {} });
  res.sendStatus(204);
});
