package lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import lab.json.Json;

/** The one way out of the sandbox: a synchronous call to a service on the host. */
public final class Host {
    /** The host refused the call: unknown service, failed service, request too large. */
    public static final class CallError extends RuntimeException {
        public CallError(String message) {
            super(message);
        }
    }

    private static final Ahead AHEAD = new Ahead();
    private static boolean given;
    private static UnaryOperator<String> channel;

    private Host() {}

    /** Set once, by the driver, before any program is loaded. */
    public static void connect(UnaryOperator<String> toHost) {
        if (channel != null) throw new IllegalStateException("the host is connected");
        channel = toHost;
    }

    /** Sends a JSON value to a service and gives its JSON reply. */
    public static Object call(String service, Object request) {
        synchronized (AHEAD) {
            if (AHEAD.knows(service, request)) return AHEAD.reply();
            catchUp();
        }
        return ask(service, request);
    }

    /** A fresh world for the next case. */
    public static void begin() {
        given = AHEAD.begin(ask("world", Map.of("reset", true)));
    }

    /** Before the first step: what was asked until here will be asked again by the next case. */
    public static void opened() {
        catchUp();
        if (!given) ask("world", Map.of("opened", true));
    }

    /** The host is where the program is, also where this one asked less or something else than the one before. */
    private static void catchUp() {
        int used = AHEAD.drop();
        if (used >= 0) ask("world", Map.of("rewind", used));
    }

    private static Object ask(String service, Object request) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("service", service);
        asked.put("request", request);
        Map<?, ?> reply = (Map<?, ?>) Json.parse(channel.apply(Json.write(asked)));
        if (reply.containsKey("error")) throw new CallError(String.valueOf(reply.get("error")));
        return reply.get("value");
    }
}
