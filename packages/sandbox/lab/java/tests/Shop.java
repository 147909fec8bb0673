package tests;

import java.math.BigDecimal;
import java.sql.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import lab.sql.*;
import lab.web.*;

/** Programs over the database: what a call target gives, and requests that race. */
public class Shop {
    private static final ReentrantLock LOCK = new ReentrantLock();

    // Calls: t is a table of (id INTEGER PRIMARY KEY, name TEXT UNIQUE, n).

    static Object types() throws SQLException {
        try (Connection connection = Db.connection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO t (name, n) VALUES (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
            List<Object> seen = new ArrayList<>();
            Object[] values = {1, 1L << 60, 2.5, true, null, "x", new byte[] {0, -1}, new BigDecimal("12.50")};
            for (int at = 0; at < values.length; at++) {
                insert.setString(1, "row " + at);
                insert.setObject(2, values[at]);
                seen.add(insert.executeUpdate());
            }
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                seen.add(keys.getLong(1));
            }
            try (ResultSet rows = connection.createStatement().executeQuery("SELECT N, name FROM t ORDER BY id")) {
                while (rows.next()) {
                    Object value = rows.getObject("n");
                    boolean none = rows.wasNull();
                    seen.add(value instanceof byte[] data ? "bytes " + data.length : value + (none ? " null" : ""));
                }
                seen.add(rows.getMetaData().getColumnLabel(2));
            }
            return seen;
        }
    }

    static Object getters(String text) throws SQLException {
        try (PreparedStatement query = Db.connection().prepareStatement("SELECT ? AS a, NULL AS b")) {
            query.setString(1, text);
            ResultSet row = query.executeQuery();
            row.next();
            return List.of(row.getInt("A"), row.getLong(1), row.getDouble(1), row.getBoolean("a"), row.getInt("b"), row.wasNull());
        }
    }

    static Object fails(String what) throws Exception {
        Connection connection = Db.connection();
        switch (what) {
            case "syntax" -> connection.createStatement().executeQuery("SELEC 1");
            case "unique" -> {
                Db.update("INSERT INTO t (name) VALUES ('a')");
                connection.createStatement().executeUpdate("INSERT INTO t (name) VALUES ('a')");
            }
            case "short form" -> Db.update("INSERT INTO absent VALUES (1)");
            case "unset" -> {
                PreparedStatement query = connection.prepareStatement("SELECT ?, ?");
                query.setInt(2, 1);
                query.executeQuery();
            }
            case "zero" -> connection.prepareStatement("SELECT ?").setInt(0, 1);
            case "column" -> {
                ResultSet row = connection.createStatement().executeQuery("SELECT 1 AS a");
                row.next();
                row.getInt("b");
            }
            case "before" -> connection.createStatement().executeQuery("SELECT 1").getInt(1);
            case "unsupported" -> connection.setSavepoint();
            case "closed" -> {
                connection.close();
                connection.createStatement();
            }
            case "commit" -> connection.commit();
            case "stacked" -> Db.query("SELECT 1; DELETE FROM t");
            case "object" -> Db.query("SELECT ?", new Object());
            default -> throw new IllegalArgumentException(what);
        }
        return "no error";
    }

    static Object insert() {
        return List.of(
                Db.insert("INSERT INTO t (name) VALUES (?)", "a"),
                Db.update("UPDATE t SET n = ? WHERE name IN (?, ?)", true, "a", "b"),
                Db.query("SELECT name, n FROM t WHERE id = ?", List.of(1)),
                Db.one("SELECT * FROM t WHERE id = 9") == null,
                Db.one("SELECT * FROM t").flag("n"));
    }

    static Object ends(String how) throws SQLException {
        Connection connection = Db.connection();
        connection.setAutoCommit(false);
        connection.createStatement().executeUpdate("INSERT INTO t (name) VALUES ('inside')");
        // A helper of the request, with a connection of its own, is part of it.
        Db.update("INSERT INTO t (name) VALUES ('helper')");
        switch (how) {
            case "commit" -> connection.commit();
            case "rollback" -> connection.rollback();
            case "close" -> connection.close();
            case "auto" -> connection.setAutoCommit(true);
            default -> {}
        }
        // Before the end of the request, which rolls back by itself.
        return Db.one("SELECT count(*) AS n FROM t").number("n");
    }

    static Object work(String how) throws Exception {
        try {
            return Db.transaction(() -> {
                Db.update("INSERT INTO t (name) VALUES ('one')");
                Db.transaction(() -> Db.update("INSERT INTO t (name) VALUES ('inner')"));
                if (how.equals("throw")) throw new java.io.IOException("disk");
                if (how.equals("conflict")) Db.update("INSERT INTO t (name) VALUES ('one')");
                return "done";
            });
        } catch (SqlError error) {
            return error.conflict();
        }
    }

    // Requests: accounts a and b of one wallet.

    @Post("/spend/{how}")
    Response spend(Request request) throws Exception {
        return switch (request.path("how")) {
            case "bare" -> pay();
            case "transaction" -> Db.transaction(this::pay);
            case "jdbc" -> jdbc();
            case "synchronized" -> guarded();
            case "lock" -> locked();
            case "begin" -> begun();
            default -> throw new HttpError(404, "no such way");
        };
    }

    private Response pay() {
        Row wallet = Db.one("SELECT money FROM wallet");
        if (wallet.number("money") < 10) return Response.json(409, "too little");
        Db.update("UPDATE wallet SET money = ?", wallet.number("money") - 10);
        return Response.json("spent");
    }

    private synchronized Response guarded() {
        return pay();
    }

    private Response locked() {
        LOCK.lock();
        try {
            return pay();
        } finally {
            LOCK.unlock();
        }
    }

    private Response begun() {
        Db.update("BEGIN IMMEDIATE");
        Response answer = pay();
        Db.update("COMMIT");
        return answer;
    }

    private Response jdbc() throws SQLException {
        try (Connection connection = Db.connection()) {
            connection.setAutoCommit(false);
            Response answer = pay();
            connection.commit();
            return answer;
        }
    }

    @Post("/leave")
    Response leave(Request request) throws SQLException {
        Connection connection = Db.connection();
        connection.setAutoCommit(false);
        connection.createStatement().executeUpdate("UPDATE wallet SET money = 999");
        return Response.json(Map.of());
    }
}
