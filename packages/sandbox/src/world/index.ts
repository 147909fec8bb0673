import { isShallow, type HostService, type Json } from "@loopwright/core";

import { cryptoService } from "./crypto.ts";
import { fieldsOf } from "./fields.ts";
import { mailService } from "./mail.ts";
import { netService } from "./net/net.ts";
import { openingOf } from "./opening.ts";
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
 * The world around the program of one job. `world` takes { log: "shell" | "net" | "mail" }, which gives what was
 * done in this case, oldest first; and of a driver:
 * - { reset: true } before each case. It may answer { ahead: [{ request, reply }] }: the database stands as if
 *   these requests had been made; a driver gives the replies itself as long as the program makes them in order.
 * - { opened: true } before the first step of a case: what was asked until there may come ahead of the next.
 * - { rewind: n } where the program went another way after n of them.
 */
export function openWorld(spec: WorldSpec, threads: SqlThreads): OpenedWorld {
  let state = freshState(spec);
  const sql = threads.lease();
  const opening = openingOf(sql);

  const services: Record<string, HostService> = {
    world: (request) => {
      const fields = fieldsOf(request);
      if (fields.has("reset")) {
        state = freshState(spec);
        return opening.begin();
      }
      if (fields.has("opened")) return opening.end();
      if (fields.has("rewind"))
        return opening.rewind(fields.number("rewind", { min: 0, max: 100 }));
      opening.spoil();
      const log = fields.text("log", 20);
      if (!isLog(log)) throw new TypeError("unknown log");
      return state.logs[log];
    },
    sql: async (request) => {
      const reply = await sql.query(request);
      opening.note({ request, reply });
      return reply;
    },
    shell: (request) => shellService(state, request),
    net: (request) => netService(state, request),
    mail: (request) => mailService(state, request),
    crypto: cryptoService,
  };
  const spoiling = new Set(["shell", "net", "mail", "crypto"]);
  const whole = Object.entries(services).map(([name, take]): [string, HostService] => {
    if (!spoiling.has(name)) return [name, take];
    return [name, (request) => (opening.spoil(), take(request))];
  });
  return { services: Object.fromEntries(whole.map(guarded)), close: sql.end };
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
