package lab.auth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import lab.web.Cookie;
import lab.web.Request;
import lab.web.Response;

/**
 * Sessions of browsers: the cookie "session" holds a random id, and the data stays on the server until the session is
 * ended. A session's map is live: what a request puts into it, the next one finds.
 */
public final class Sessions {
    /** Name of the cookie. */
    public static final String COOKIE = "session";

    private static final Map<String, Map<String, Object>> KEPT = new ConcurrentHashMap<>();

    private Sessions() {}

    /** The data of the request's session, or null where it has none. */
    public static Map<String, Object> get(Request request) {
        String id = request.cookie(COOKIE);
        return id == null ? null : KEPT.get(id);
    }

    /** Starts a session with a new id. Its cookie is Secure, HttpOnly and SameSite=Lax. */
    public static Map<String, Object> start(Response response, Map<String, ?> data) {
        return start(response, data, cookie -> cookie.secure().httpOnly().sameSite("Lax"));
    }

    /** Starts a session whose cookie gets the attributes that the function adds, and no others. */
    public static Map<String, Object> start(Response response, Map<String, ?> data, UnaryOperator<Cookie> attributes) {
        String id = Secret.fresh();
        Map<String, Object> kept = Collections.synchronizedMap(new LinkedHashMap<>(data));
        KEPT.put(id, kept);
        response.cookie(attributes.apply(Cookie.of(COOKIE, id)));
        return kept;
    }

    /** Ends the request's session, here and in the browser. */
    public static void end(Request request, Response response) {
        String id = request.cookie(COOKIE);
        if (id != null) KEPT.remove(id);
        response.cookie(Cookie.expired(COOKIE));
    }

    /** For the driver. */
    public static final class Lab {
        private Lab() {}

        public static void reset() {
            KEPT.clear();
        }
    }
}
