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

    private static UnaryOperator<String> channel;

    private Host() {}

    /** Set once, by the driver, before any program is loaded. */
    public static void connect(UnaryOperator<String> toHost) {
        if (channel != null) throw new IllegalStateException("the host is connected");
        channel = toHost;
    }

    /** Sends a JSON value to a service and gives its JSON reply. */
    public static Object call(String service, Object request) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("service", service);
        asked.put("request", request);
        Map<?, ?> reply = (Map<?, ?>) Json.parse(channel.apply(Json.write(asked)));
        if (reply.containsKey("error")) throw new CallError(String.valueOf(reply.get("error")));
        return reply.get("value");
    }
}
