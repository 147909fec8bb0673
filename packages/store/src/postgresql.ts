import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

import type { Connection, Database, Script } from "./connection.ts";
import { broken } from "./failures.ts";

// A commit is acknowledged once it is on disk, whatever the server's own default is.
const sessionOptions = "-c synchronous_commit=on -c TimeZone=UTC";

/** Opens a pool on a PostgreSQL server. Throws if it cannot be reached. */
export async function openPostgresql(databaseUrl: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: sessionOptions,
    max: 5,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that the server ends is replaced by the pool; without a listener it would
  // end the process.
  pool.on("error", () => undefined);
  try {
    await refuseOtherEncodings(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    engine: "postgresql",
    db: drizzle({ client: pool }) as unknown as Database,
    script: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function refuseOtherEncodings(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_encoding: string }>("show server_encoding");
  const encoding = rows[0]?.server_encoding;
  if (encoding !== "UTF8") throw broken(`The database has encoding ${encoding}; it must be UTF8.`);
}

async function inTransaction<T>(pool: pg.Pool, work: (script: Script) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const script: Script = {
    run: async (sql) => void (await client.query(sql)),
    query: async (sql, values) => (await client.query(sql, values)).rows,
  };
  try {
    await client.query("begin");
    const result = await work(script);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    // A connection in an unknown state is thrown away, which rolls back.
    client.release(true);
    throw error;
  }
}
