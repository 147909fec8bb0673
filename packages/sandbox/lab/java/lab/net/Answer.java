package lab.net;

import java.util.Map;
import java.util.TreeMap;
import lab.json.Json;

/** What a host answered. */
public final class Answer {
    private final int status;
    private final String text;
    private final String url;
    private final String address;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Answer(Map<?, ?> reply) {
        status = ((Number) reply.get("status")).intValue();
        text = String.valueOf(reply.get("body"));
        url = String.valueOf(reply.get("url"));
        address = String.valueOf(reply.get("address"));
        ((Map<?, ?>) reply.get("headers")).forEach((name, value) -> headers.put((String) name, String.valueOf(value)));
    }

    public int status() {
        return status;
    }

    public String text() {
        return text;
    }

    /** The body as JSON: Map, List, String, Long, Double, Boolean or null. */
    public Object json() {
        return Json.parse(text);
    }

    /** A header by its name in any case, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    /** The address that answered in the end, after redirects. */
    public String url() {
        return url;
    }

    /** The IP address that answered. */
    public String address() {
        return address;
    }
}
