package lab.sql;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import lab.Host;

/**
 * The one database of a program. It plays on the host.
 *
 * <p>A transaction belongs to the thread, that is, the request, that began it: all that this thread does until its end
 * is part of it, through whichever connection. It has the database to itself; other threads wait.
 */
final class Database {
    /** Space and comments before the first word. */
    private static final String LEAD = "(?is)(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*";
    private static final Pattern BEGIN = Pattern.compile(LEAD + "BEGIN\\b.*");
    private static final Pattern CONTROL = Pattern.compile(LEAD + "(?:BEGIN|COMMIT|END|ROLLBACK)\\b.*");

    private static final ThreadLocal<Boolean> JOINED = ThreadLocal.withInitial(() -> false);
    private static volatile ReentrantLock lock = new ReentrantLock();
    private static volatile Thread owner;
    private static volatile Runnable hook;
    private static volatile Runnable beginHook;

    private Database() {}

    /** What one statement gave: rows, or a count of changed ones. */
    record Result(List<String> columns, List<List<Object>> rows, long changes, long lastId) {}

    static void onStatement(Runnable before, Runnable beforeBegin) {
        hook = before;
        beginHook = beforeBegin;
    }

    static void reset() {
        onStatement(null, null);
        owner = null;
        // A thread that was given up may hold the old one.
        lock = new ReentrantLock();
    }

    /** A statement of the program. */
    static Result run(String query, List<Object> args) throws SQLException {
        Runnable before = hook;
        boolean control = CONTROL.matcher(query).matches();
        if (before != null && !control) before.run();
        if (control && BEGIN.matcher(query).matches()) announceBegin();
        // The statement was told already, and nothing comes between.
        if (!control && JOINED.get() && !open()) alone("BEGIN", List.of());
        return alone(query, args);
    }

    /** Runs a statement once no other thread's transaction is open. */
    static Result alone(String query, List<Object> args) throws SQLException {
        List<Object> sent = new ArrayList<>();
        for (Object one : args) sent.add(Values.toHost(one));
        return ask(Map.of("query", query, "args", sent));
    }

    static void script(String statements) throws SQLException {
        ask(Map.of("script", statements));
    }

    /** Whether each statement of the calling thread begins a transaction where none is open. */
    static void joins(boolean on) {
        JOINED.set(on);
    }

    /** Whether the calling thread has a transaction. */
    static boolean open() {
        return owner == Thread.currentThread();
    }

    static void begin() throws SQLException {
        announceBegin();
        alone("BEGIN", List.of());
    }

    private static void announceBegin() {
        Runnable before = beginHook;
        if (before != null) before.run();
    }

    /** Ends the transaction with COMMIT or ROLLBACK; a commit that fails leaves it open. */
    static void end(String how) throws SQLException {
        alone(how, List.of());
    }

    /** Rolls back what the calling thread left open. */
    static void settle() {
        JOINED.remove();
        if (!open()) return;
        try {
            end("ROLLBACK");
        } catch (SQLException error) {
            own(lock, false);
        }
    }

    /** One exchange with the host, which says whether a transaction is open after it. */
    private static Result ask(Map<String, Object> request) throws SQLException {
        ReentrantLock held = lock;
        held.lock();
        try {
            Map<?, ?> reply = (Map<?, ?>) Host.call("sql", request);
            own(held, Boolean.TRUE.equals(reply.get("open")));
            if (reply.get("error") instanceof Map<?, ?> error) throw failure(String.valueOf(error.get("message")));
            return result(reply);
        } finally {
            held.unlock();
        }
    }

    /** Keeps the lock for as long as this thread's transaction is open. */
    private static void own(ReentrantLock held, boolean open) {
        if (open == open()) return;
        owner = open ? Thread.currentThread() : null;
        if (open) held.lock();
        else held.unlock();
    }

    private static Result result(Map<?, ?> reply) {
        List<String> columns = new ArrayList<>();
        if (reply.get("columns") instanceof List<?> names) for (Object name : names) columns.add((String) name);
        List<List<Object>> rows = new ArrayList<>();
        if (reply.get("rows") instanceof List<?> found)
            for (Object row : found) {
                List<Object> values = new ArrayList<>();
                for (Object one : (List<?>) row) values.add(Values.fromHost(one));
                rows.add(values);
            }
        return new Result(columns, rows, count(reply.get("changes")), count(reply.get("lastId")));
    }

    private static long count(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static SQLException failure(String message) {
        if (message.contains("constraint failed"))
            return new SQLIntegrityConstraintViolationException(message, "23000");
        return new SQLException(message);
    }
}
