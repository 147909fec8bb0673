package lab.net;

import java.util.Map;
import lab.Host;

/** A client of the made-up network. It reads odd forms of addresses as real clients do, and follows redirects. */
public final class Http {
    private Http() {}

    /** A request to a URL, to be told more before it is sent. */
    public static Call to(String url) {
        return new Call(url);
    }

    /** Asks for a URL, through up to ten redirects. Throws NetworkError where there is no answer. */
    public static Answer get(String url) {
        return to(url).get();
    }

    /** Sends a text to a URL. */
    public static Answer post(String url, String body) {
        return to(url).body(body).post();
    }

    /** The IP address of a host, which each look-up may answer anew. Throws NetworkError where there is none. */
    public static String resolve(String host) {
        Map<?, ?> reply = (Map<?, ?>) Host.call("net", Map.of("resolve", host));
        check(reply);
        return (String) reply.get("address");
    }

    static void check(Map<?, ?> reply) {
        if (reply.get("error") instanceof Map<?, ?> error)
            throw new NetworkError(String.valueOf(error.get("type")), String.valueOf(error.get("message")));
    }
}
