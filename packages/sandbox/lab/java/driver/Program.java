package driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import lab.Host;
import lab.Internal;

/** The learner's program in a fresh world, after the setup steps. */
final class Program {
    private final Loader loader;
    private final Placeholders saved = new Placeholders();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Jar> jars = new HashMap<>();
    private Object app;
    private Throwable failure;

    Program(Submission submission) {
        loader = new Loader(submission.classes());
        try {
            prepare(submission);
        } catch (Throwable error) {
            failure = error;
        }
        Output.flush();
    }

    /** One observation for each step. */
    List<Object> take(List<?> steps) {
        Thread.currentThread().setContextClassLoader(loader);
        List<Object> seen = new ArrayList<>();
        for (Object step : steps) seen.add(failure == null ? timed((Map<?, ?>) step) : none(failure));
        return seen;
    }

    private void prepare(Submission submission) throws Throwable {
        Thread.currentThread().setContextClassLoader(loader);
        Leftovers.clear(submission.environment());
        Output.forget();
        WorldFiles.lay(submission.files(), submission.worldFiles());
        Internal.reset();
        Host.begin();
        for (var one : submission.principals().entrySet()) {
            tokens.put(one.getKey(), Internal.signIn(one.getValue()));
        }
        if (submission.entry() != null) app = Arguments.make(loader.find(submission.entry()));
        int number = 0;
        for (Object step : submission.setup()) {
            number += 1;
            Map<String, Object> seen = timed((Map<?, ?>) step);
            boolean refused = seen.get("status") instanceof Integer status && status >= 400;
            if (!seen.containsKey("error") && !refused) continue;
            Object said = seen.get("error") instanceof Map<?, ?> error ? error.get("message") : seen.get("body");
            throw new IllegalStateException("setup step " + number + " failed: " + said);
        }
        Host.opened();
    }

    private Map<String, Object> timed(Map<?, ?> step) {
        long start = System.nanoTime();
        Map<String, Object> seen = new LinkedHashMap<>(taken(step));
        Output.flush();
        if (!seen.get("kind").equals("none")) seen.put("ms", (System.nanoTime() - start) / 1_000 / 1e3);
        return seen;
    }

    private Map<String, Object> taken(Map<?, ?> step) {
        String kind = (String) step.keySet().iterator().next();
        try {
            Object body = saved.fill(step.get(kind));
            return switch (kind) {
                case "http" -> http((Map<?, ?>) body);
                case "visit" -> ((Map<?, ?>) body).get("file") == null ? http((Map<?, ?>) body) : value(null);
                case "call" -> call((Map<?, ?>) body);
                case "sql" -> sql((Map<?, ?>) body);
                case "log" -> value(body.equals("output") ? Output.lines() : Host.call("world", Map.of("log", body)));
                case "file" -> value(WorldFiles.read((String) body));
                case "race" -> race((Map<?, ?>) body);
                default -> throw new IllegalArgumentException("there is no step “" + kind + "”");
            };
        } catch (OutOfMemoryError error) {
            throw error;
        } catch (Throwable error) {
            String shown = kind.equals("sql") ? "sql" : kind.equals("http") || kind.equals("visit") ? "none" : "call";
            return Map.of("kind", shown, "error", Values.failure(error));
        }
    }

    private Map<String, Object> http(Map<?, ?> step) {
        Answer answer = request(step).get();
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("kind", "http");
        seen.putAll(answer.seen());
        return seen;
    }

    /** The request is made now, with today's cookies; it is sent when the answer is asked for. */
    private Supplier<Answer> request(Map<?, ?> step) {
        if (app == null) throw new IllegalStateException("the tests name no web application (entry)");
        Jar jar = step.get("jar") == null ? null : jars.computeIfAbsent((String) step.get("jar"), (name) -> new Jar());
        String token = step.get("as") == null ? null : tokens.get((String) step.get("as"));
        if (step.get("as") != null && token == null) throw new IllegalArgumentException("there is no principal " + step.get("as"));
        Map<String, Object> request = Requests.of(step, token, jar);
        return () -> {
            Answer answer = sent(request);
            if (jar != null) jar.keep(answer);
            if (step.get("save") instanceof Map<?, ?> wanted) saved.save(wanted, answer);
            return answer;
        };
    }

    private Answer sent(Map<String, Object> request) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return Answer.of(Internal.dispatch(app, request));
        } catch (OutOfMemoryError error) {
            throw error;
        } catch (Throwable error) {
            return Answer.failed(error);
        } finally {
            Internal.settle();
        }
    }

    private Map<String, Object> call(Map<?, ?> step) throws Throwable {
        List<?> args = step.get("args") instanceof List<?> given ? given : List.of();
        try {
            return value(Values.json(Arguments.call(loader, (String) step.get("target"), args)));
        } finally {
            Internal.settle();
        }
    }

    private Map<String, Object> sql(Map<?, ?> step) throws Exception {
        List<?> args = step.get("args") instanceof List<?> given ? given : List.of();
        List<Object> rows = new ArrayList<>();
        for (Object row : Internal.sql((String) step.get("query"), new ArrayList<>(args))) rows.add(Values.json(row));
        return Map.of("kind", "sql", "rows", rows);
    }

    private Map<String, Object> race(Map<?, ?> step) throws InterruptedException {
        Supplier<Answer> first = request((Map<?, ?>) step.get("first"));
        Supplier<Answer> second = request((Map<?, ?>) step.get("second"));
        Map<String, Answer> both = Race.run(((Number) step.get("at")).intValue(), first, second);
        return value(Map.of("first", both.get("first").seen(), "second", both.get("second").seen()));
    }

    private static Map<String, Object> value(Object value) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("kind", "call");
        seen.put("value", value);
        return seen;
    }

    private static Map<String, Object> none(Throwable failure) {
        return Map.of("kind", "none", "error", Values.failure(failure));
    }
}
