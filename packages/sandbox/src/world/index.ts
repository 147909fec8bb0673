import { isShallow, type HostService, type Json } from "@loopwright/core";

import { cryptoService } from "./crypto.ts";
import { fieldsOf } from "./fields.ts";
import { mailService } from "./mail.ts";
import { netService } from "./net/net.ts";
import { shellService } from "./shell/shell.ts";
import type { SqlThreads } from "./sql-threads.ts";
import { freshState, type LogKind, type WorldSpec } from "./state.ts";

export type { WorldSpec } from "./state.ts";
export { sqlThreads, type SqlThreads } from "./sql-threads.ts";

export type OpenedWorld = {
  /** world, sql, shell, net, mail and crypto. A request that is not understood throws. */
  services: Record<string, HostService>;
  close: () => void;
};

/**
 * The world around the program of one job. `world` takes { reset: true }, which a driver sends before each
 * case, and { log: "shell" | "net" | "mail" }, which gives what was done since then, oldest first.
 */
export function openWorld(spec: WorldSpec, threads: SqlThreads): OpenedWorld {
  let state = freshState(spec);
  let used = false;
  const sql = threads.lease();

  async function reset() {
    state = freshState(spec);
    // A thread is taken only by who asks for the database.
    if (used) await sql.query({ reset: true });
    return {};
  }
  const services: Record<string, HostService> = {
    world: (request) => {
      const fields = fieldsOf(request);
      if (fields.has("reset")) return reset();
      const log = fields.text("log", 20);
      if (!isLog(log)) throw new TypeError("unknown log");
      return state.logs[log];
    },
    sql: (request) => {
      used = true;
      return sql.query(request);
    },
    shell: (request) => shellService(state, request),
    net: (request) => netService(state, request),
    mail: (request) => mailService(state, request),
    crypto: cryptoService,
  };
  return { services: Object.fromEntries(Object.entries(services).map(guarded)), close: sql.end };
}

const logs: readonly string[] = ["shell", "net", "mail"] satisfies LogKind[];
const isLog = (name: string): name is LogKind => logs.includes(name);

/** Deep JSON would overflow whatever walks it. */
function guarded([name, take]: [string, HostService]): [string, HostService] {
  const shallow = (request: Json) => {
    if (!isShallow(request)) throw new RangeError("nested too deeply");
    return take(request);
  };
  return [name, shallow];
}
