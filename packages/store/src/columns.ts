import { sql, type SQL } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";

/**
 * A json column. Both drivers hand the parsed value over; drizzle's own type would parse a string
 * once more and turn the setting "5" into 5. Write with `asJson`: a bare null would become SQL's null.
 */
export const jsonColumn = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(value),
});

export const asJson = (value: unknown): SQL => sql`${JSON.stringify(value)}::json`;

/** A moment as core writes it, ISO 8601 in UTC with milliseconds. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamptz(3)",
  fromDriver: (text) =>
    new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString(),
});
