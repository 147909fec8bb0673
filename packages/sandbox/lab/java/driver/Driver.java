package driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

import lab.Host;

/**
 * Executes the steps of hidden tests and reports what was seen: data in, raw observations out.
 *
 * The seam between this driver and the lab (package lab). The lab has, in the class lab.Internal:
 *
 *   static void reset()
 *       Before every case: nobody signed in, no session, real clock, unpredictable chance. The driver
 *       itself asks the host for {reset: true} of "world", which empties the database.
 *   static String signIn(Map<String, Object> principal)          principal: id, roles (List), claims (Map)
 *       Gives the bearer token.
 *   static Map<String, Object> dispatch(Object app, Map<String, Object> request) throws Throwable
 *       app: what the learner's entry class became by its no-argument constructor.
 *       request: method (String), target (String: path and raw query), headers (List<List<String>>, names
 *       as sent), body (byte[]), address (String).
 *       response: status (Integer), headers (List<List<String>>), body (byte[]), error (Throwable that left
 *       the program, status then 500; or null).
 *   static List<Map<String, Object>> sql(String query, List<Object> args)
 *       One statement of a test, with autocommit; no statement of the program (onStatement is not told).
 *   static void onStatement(Runnable before, Runnable beforeBegin)
 *       Called on the thread of the program before each of its SQL statements reaches the database, and before
 *       it begins a transaction. null ends it.
 *   static void settle()
 *       After each request, on the request's own thread: rolls back what this thread left open, lets go of
 *       what it locked.
 *
 * Locks of a race: the second request runs on a thread of its own. A transaction of the first that it has
 * to wait for must block it in the Java sense (synchronized, a Lock, wait): its state is then BLOCKED,
 * WAITING or TIMED_WAITING, and the first goes on.
 *
 * The lab calls the host by lab.Host.call(String service, Object request) -> Object (parsed JSON; throws
 * lab.Host.CallError, a RuntimeException). JSON: lab.json.Json.parse(String) -> Object (Map, List, String,
 * Long or Double or BigInteger, Boolean, null) and lab.json.Json.write(Object) -> String.
 */
public final class Driver {
    /** Of a case's own thread; what calls itself without end is over soon. */
    private static final long STACK_BYTES = 2 << 20;
    private static Program opened;

    private Driver() {}

    /** Before any program is there. toHost sends a call and gives its reply. */
    public static void start(UnaryOperator<String> toHost) {
        Host.connect(toHost);
        WorldFiles.start();
    }

    /** Runs every case in a world of its own; or prepares one world that `send` continues. */
    public static Object take(Map<String, Object> job) throws Exception {
        Submission submission = Submission.of(job);
        if (Boolean.TRUE.equals(job.get("open"))) {
            apart(() -> opened = new Program(submission));
            return null;
        }
        List<Object> cases = new ArrayList<>();
        for (Object one : submission.cases()) {
            List<?> steps = (List<?>) ((Map<?, ?>) one).get("steps");
            cases.add(Map.of("steps", apart(() -> new Program(submission).take(steps))));
        }
        return Map.of("cases", cases);
    }

    /** Takes steps in the opened world, after whatever was sent before. */
    public static Object send(List<?> steps) throws Exception {
        return Map.of("cases", List.of(Map.of("steps", apart(() -> opened.take(steps)))));
    }

    /** On a thread of its own, whose group tells what a case started; it is asked to end with the case. */
    private static <T> T apart(Callable<T> act) throws Exception {
        FutureTask<T> task = new FutureTask<>(act);
        ThreadGroup group = new ThreadGroup("case");
        new Thread(group, task, "main", STACK_BYTES).start();
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException error) {
            if (error.getCause() instanceof Error fatal) throw fatal;
            throw error;
        } finally {
            if (opened == null) group.interrupt();
        }
    }
}
