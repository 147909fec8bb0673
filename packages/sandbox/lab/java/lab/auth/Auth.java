package lab.auth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lab.web.HttpError;
import lab.web.Request;

/** Who is signed in, by "Authorization: Bearer token". The tokens are kept here. */
public final class Auth {
    private static final Map<String, Principal> TOKENS = new ConcurrentHashMap<>();

    private Auth() {}

    /** The principal who sent the request, or null. */
    public static Principal current(Request request) {
        String header = request.header("Authorization");
        String[] parts = header == null ? new String[0] : header.strip().split(" +", 2);
        if (parts.length < 2 || !parts[0].equalsIgnoreCase("Bearer")) return null;
        return TOKENS.get(parts[1]);
    }

    /** The principal who sent the request; answers 401 where nobody is signed in. */
    public static Principal require(Request request) {
        Principal found = current(request);
        if (found == null) throw new HttpError(401, "sign in first");
        return found;
    }

    /** For the driver. */
    public static final class Lab {
        private Lab() {}

        public static void reset() {
            TOKENS.clear();
        }

        public static String signIn(Principal principal) {
            String token = Secret.fresh();
            TOKENS.put(token, principal);
            return token;
        }
    }
}
