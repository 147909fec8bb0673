/** Tables of the device registry, which other services use as well. */
import { db } from "lab/sql";

const COLUMNS = [
  "home_id", "name", "room", "model", "serial", "firmware_channel", "network_key", "preferences",
];

export const createTables = () =>
  db.script(`
    CREATE TABLE devices (
      id INTEGER PRIMARY KEY, home_id INTEGER NOT NULL, name TEXT NOT NULL, room TEXT,
      model TEXT NOT NULL, serial TEXT NOT NULL UNIQUE, firmware_channel TEXT NOT NULL DEFAULT 'stable',
      network_key TEXT, preferences TEXT NOT NULL DEFAULT '{}'
    );
    CREATE TABLE members (home_id INTEGER, user_id INTEGER, role TEXT, PRIMARY KEY (home_id, user_id));
  `);

export async function findDevice(id) {
  const row = await db.get("SELECT * FROM devices WHERE id = ?", [id]);
  return row && { ...row, preferences: JSON.parse(row.preferences) };
}

export async function findRole(homeId, userId) {
  const query = "SELECT role FROM members WHERE home_id = ? AND user_id = ?";
  return (await db.get(query, [homeId, userId]))?.role;
}

export async function saveDevice(device) {
  const row = { ...device, preferences: JSON.stringify(device.preferences) };
  const changes = COLUMNS.map((name) => `${name} = ?`).join(", ");
  const values = COLUMNS.map((name) => row[name] ?? null);
  await db.run(`UPDATE devices SET ${changes} WHERE id = ?`, [...values, device.id]);
}
