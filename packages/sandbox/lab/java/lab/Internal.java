package lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.auth.Auth;
import lab.auth.Principal;
import lab.auth.Sessions;
import lab.clock.Clock;
import lab.sql.Db;
import lab.web.App;

/** What the driver needs of the lab. Programs have no use for it. */
public final class Internal {
    private static volatile App last;

    private Internal() {}

    /** Gives every part of the lab a fresh state: nobody signed in, real time, no transaction. */
    public static void reset() {
        last = null;
        Db.Lab.reset();
        Auth.Lab.reset();
        Sessions.Lab.reset();
        Clock.reset();
    }

    /**
     * Serves one request on the calling thread.
     *
     * @param app an instance of the entry class; its routes are read once
     * @param request method, target (path and raw query), headers (list of [name, value]), body (byte[]), address
     * @return status (Integer), headers (list of [name, value]), body (byte[]), and error: the Throwable that left
     *     the program (the status is then 500), or null
     * @throws IllegalStateException where the routes of the class contradict each other
     */
    public static Map<String, Object> dispatch(Object app, Map<String, Object> request) throws Throwable {
        App known = last;
        if (known == null || known.entry() != app) last = known = App.of(app);
        return known.serve(request);
    }

    /** A bearer token for a principal: id, roles (list), claims (map). */
    @SuppressWarnings("unchecked")
    public static String signIn(Map<String, Object> principal) {
        Object roles = principal.getOrDefault("roles", List.of());
        Object claims = principal.getOrDefault("claims", Map.of());
        return Auth.Lab.signIn(
                new Principal(principal.get("id"), (Collection<String>) roles, (Map<String, Object>) claims));
    }

    /** One statement on the lab's database, as a step makes it: no hook runs. Throws SQLException. */
    public static List<Map<String, Object>> sql(String query, List<Object> args) throws java.sql.SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : Db.Lab.step(query, args)) rows.add(new LinkedHashMap<>(row));
        return rows;
    }

    /**
     * Runs the one before every statement of a program and the other before a transaction begins, on the thread
     * that makes it and before it waits for the database; null takes them away. BEGIN, COMMIT and ROLLBACK of a
     * transaction are no statements.
     */
    public static void onStatement(Runnable before, Runnable beforeBegin) {
        Db.Lab.onStatement(before, beforeBegin);
    }

    /** Rolls back the transaction that the calling thread left open, as a server does when a request is over. */
    public static void settle() {
        Db.Lab.settle();
    }
}
