import { afterAll, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { createSandbox } from "../sandbox.ts";

const sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
afterAll(() => sandbox.close());

/** Three ways to spend a voucher: one that looks first, one in a statement, one behind a lock. */
const program = `package shop;
import java.sql.*;
import java.util.*;
import lab.shell.Shell;
import lab.sql.Db;
import lab.web.*;
public class Vouchers {
  private static final Object LOCK = new Object();
  private static boolean free() { return ((Number) Db.one("SELECT used FROM vouchers").get("used")).intValue() == 0; }

  @Post("/looks") public Response looks(Request request) throws Exception {
    if (!free()) throw new HttpError(409, "used");
    Db.update("UPDATE vouchers SET used = 1");
    Db.update("INSERT INTO orders VALUES (1)");
    return Response.json(Map.of("ok", true));
  }
  @Post("/safe") public Response safe(Request request) throws Exception {
    if (Db.update("UPDATE vouchers SET used = 1 WHERE used = 0") == 0) throw new HttpError(409, "used");
    Db.update("INSERT INTO orders VALUES (1)");
    return Response.json(Map.of("ok", true));
  }
  @Post("/locked") public Response locked(Request request) throws Exception {
    synchronized (LOCK) { return looks(request); }
  }
  @Post("/transaction") public Response transaction(Request request) throws Exception {
    try (Connection connection = Db.connection()) {
      connection.setAutoCommit(false);
      if (Db.update("UPDATE vouchers SET used = 1 WHERE used = 0") == 0) throw new HttpError(409, "used");
      Db.update("INSERT INTO orders VALUES (1)");
      connection.commit();
    }
    return Response.json(Map.of("ok", true));
  }
  @Post("/stale") public Response stale(Request request) throws Exception {
    boolean free = free();
    Db.transaction(() -> {
      if (!free) throw new HttpError(409, "used");
      Db.update("UPDATE vouchers SET used = 1");
      Db.update("INSERT INTO orders VALUES (1)");
    });
    return Response.json(Map.of("ok", true));
  }
  @Post("/sleeps") public Response sleeps(Request request) throws Exception { Thread.sleep(100); return looks(request); }
  @Post("/none") public Response none(Request request) { return Response.json(Map.of("ok", true)); }
  public static void spawn() { Shell.run("echo", "hi"); }
}
`;

const setup = [
  { sql: { query: "CREATE TABLE vouchers (used)" } },
  { sql: { query: "INSERT INTO vouchers VALUES (0)" } },
  { sql: { query: "CREATE TABLE orders (n)" } },
];

async function seen(steps: Json[]) {
  const { result } = await sandbox.run({
    language: "java",
    files: { "shop/Vouchers.java": program },
    input: { entry: "shop.Vouchers", principals: {}, setup, cases: [{ steps }] },
  });
  return (result as { cases: { steps: Record<string, Json>[] }[] }).cases[0]!.steps;
}

const orders = { sql: { query: "SELECT count(*) AS n FROM orders" } };

it.each([
  ["one that looks first gives two orders", "/looks", 2, [200, 200], 2],
  ["before the first statement, the second wins", "/looks", 1, [409, 200], 1],
  ["one statement that looks and spends gives one", "/safe", 2, [200, 409], 1],
  ["a lock makes the second wait", "/locked", 2, [200, 409], 1],
  ["a transaction makes the second wait", "/transaction", 2, [200, 409], 1],
  ["a transaction does not help what was read before it", "/stale", 2, [200, 200], 2],
  ["sleeping is no waiting", "/sleeps", 2, [200, 200], 2],
  ["where the first makes no statement, the second follows", "/none", 1, [200, 200], 0],
])(
  "a race: %s",
  async (_, path, at, statuses, count) => {
    const request = { method: "POST", path };
    const [raced, counted] = await seen([
      { race: { at, first: request, second: request } },
      orders,
    ]);
    const { first, second } = raced!.value as Record<"first" | "second", { status: number }>;
    expect([first.status, second.status]).toEqual(statuses);
    expect(counted).toMatchObject({ kind: "sql", rows: [{ n: count }] });
  },
  60_000,
);

it("what the program did to the world is kept on the host", async () => {
  const steps: Json[] = [{ call: { target: "shop.Vouchers#spawn", args: [] } }, { log: "shell" }];
  expect((await seen(steps)).at(-1)).toMatchObject({ value: [{ argv: ["echo", "hi"] }] });
}, 60_000);
