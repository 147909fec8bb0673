package lab.net;

import java.util.LinkedHashMap;
import java.util.Map;
import lab.Host;
import lab.json.Json;

/** A request to be sent. Made by {@link Http#to}. */
public final class Call {
    private final Map<String, Object> asked = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Call(String url) {
        asked.put("url", url);
        asked.put("redirect", "follow");
        asked.put("headers", headers);
    }

    /** Sets a header. */
    public Call header(String name, String value) {
        if ((name + value).chars().anyMatch(one -> one < ' ' && one != '\t'))
            throw new IllegalArgumentException("header " + name + " holds a control character");
        headers.put(name, value);
        return this;
    }

    /** Whether a redirect is followed, as it is unless this says no. */
    public Call followRedirects(boolean follow) {
        asked.put("redirect", follow ? "follow" : "manual");
        return this;
    }

    /** Connects to this IP address instead of looking up the name of the URL; redirects to other names do not. */
    public Call address(String ip) {
        asked.put("address", ip);
        return this;
    }

    /** The body, as text. */
    public Call body(String text) {
        asked.put("body", text);
        return this;
    }

    /** The body, as JSON. */
    public Call json(Object value) {
        return header("Content-Type", "application/json").body(Json.write(value));
    }

    public Answer get() {
        return send("GET");
    }

    public Answer post() {
        return send("POST");
    }

    /** Sends it with any method. Throws NetworkError where there is no answer. */
    public Answer send(String method) {
        asked.put("method", method);
        Map<?, ?> reply = (Map<?, ?>) Host.call("net", asked);
        Http.check(reply);
        return new Answer(reply);
    }
}
