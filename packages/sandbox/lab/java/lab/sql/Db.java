package lab.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One SQLite database, the same for the whole program and empty before each test.
 *
 * <p>Each statement commits by itself, unless it runs inside a transaction. The short forms throw {@link SqlError}.
 */
public final class Db {
    private Db() {}

    /** Work of a transaction that gives a value. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Work of a transaction that gives none. */
    @FunctionalInterface
    public interface Task<E extends Exception> {
        void run() throws E;
    }

    /** A connection of java.sql. Closing it rolls back what it has not committed. */
    public static Connection connection() {
        return new ConnectionCalls().proxy();
    }

    /** The rows of a query; ? takes the next argument. */
    public static List<Row> query(String sql, Object... args) {
        try {
            return rows(Database.run(sql, listed(args)));
        } catch (SQLException error) {
            throw new SqlError(error);
        }
    }

    /** The first row of a query, or null. */
    public static Row one(String sql, Object... args) {
        List<Row> rows = query(sql, args);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Runs a change and gives the number of rows that it changed. */
    public static int update(String sql, Object... args) {
        try {
            return (int) Database.run(sql, listed(args)).changes();
        } catch (SQLException error) {
            throw new SqlError(error);
        }
    }

    /** Runs an INSERT and gives the id of the new row. */
    public static long insert(String sql, Object... args) {
        try {
            return Database.run(sql, listed(args)).lastId();
        } catch (SQLException error) {
            throw new SqlError(error);
        }
    }

    /** Runs several statements, divided by semicolons. */
    public static void script(String statements) {
        try {
            Database.script(statements);
        } catch (SQLException error) {
            throw new SqlError(error);
        }
    }

    /**
     * Runs the work as one transaction: all of it stays, or, where it throws, none. Every statement of this request
     * until then is part of it, and no other request's statement comes between.
     */
    public static <T, E extends Exception> T transaction(Work<T, E> work) throws E {
        // One inside another is part of it.
        if (Database.open()) return work.run();
        begin();
        try {
            T value = work.run();
            commit();
            return value;
        } finally {
            Database.settle();
        }
    }

    /** The same for work without a value. */
    public static <E extends Exception> void transaction(Task<E> task) throws E {
        transaction(() -> {
            task.run();
            return null;
        });
    }

    private static void begin() {
        try {
            Database.begin();
        } catch (SQLException error) {
            throw new SqlError(error);
        }
    }

    /** Commits, unless the work did it by a statement of its own. */
    private static void commit() {
        try {
            if (Database.open()) Database.end("COMMIT");
        } catch (SQLException error) {
            throw new SqlError(error);
        }
    }

    private static List<Row> rows(Database.Result result) {
        List<Row> rows = new ArrayList<>();
        for (List<Object> values : result.rows()) {
            Row row = new Row();
            for (int at = 0; at < values.size(); at++) row.put(result.columns().get(at), values.get(at));
            rows.add(row);
        }
        return rows;
    }

    /** A single list stands for its values. */
    private static List<Object> listed(Object[] args) {
        if (args == null) return Arrays.asList((Object) null);
        if (args.length == 1 && args[0] instanceof Collection<?> all) return new ArrayList<>(all);
        return Arrays.asList(args);
    }

    /** For the driver. */
    public static final class Lab {
        private Lab() {}

        public static void reset() {
            Database.reset();
        }

        public static void settle() {
            Database.settle();
        }

        public static void onStatement(Runnable before, Runnable beforeBegin) {
            Database.onStatement(before, beforeBegin);
        }

        public static List<Row> step(String query, List<Object> args) throws SQLException {
            return rows(Database.alone(query, args));
        }
    }
}
