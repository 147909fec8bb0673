package lab.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lab.clock.Clock;
import lab.json.Json;
import lab.json.JsonException;

/** JSON Web Tokens (RFC 7519), signed with HMAC: HS256, HS384, HS512, and "none" for who asks for it. */
public final class Jwt {
    private static final Map<String, String> MACS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

    private Jwt() {}

    /** A token signed with HS256; it never expires unless the claims say so. */
    public static String sign(Map<String, ?> claims, String key) {
        return sign(Map.of("alg", "HS256", "typ", "JWT"), claims, key);
    }

    /** A token signed with HS256 that expires after a time. Sets iat and exp. */
    public static String sign(Map<String, ?> claims, String key, Duration life) {
        long now = Clock.now().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put("iat", now);
        all.put("exp", now + life.toSeconds());
        return sign(all, key);
    }

    /** A token with a header of its own, which names the algorithm. */
    public static String sign(Map<String, ?> header, Map<String, ?> claims, String key) {
        String signed = encode(Json.write(header)) + "." + encode(Json.write(claims));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(
                signature(String.valueOf(header.get("alg")), signed, key));
    }

    /**
     * The claims of a token whose signature, algorithm and times (exp, nbf) are right; else throws JwtException.
     *
     * @param algorithms those that are accepted, at least one
     */
    public static Map<String, Object> verify(String token, String key, String... algorithms) {
        return verifier(key, algorithms).verify(token);
    }

    /** The same, where audience or issuer must be right too. */
    public static Verifier verifier(String key, String... algorithms) {
        return new Verifier(key, List.of(algorithms));
    }

    /** The claims of a token as they stand, with nothing verified. */
    public static Map<String, Object> decode(String token) {
        return object(parts(token)[1]);
    }

    /** The header of a token as it stands, with nothing verified. */
    public static Map<String, Object> header(String token) {
        return object(parts(token)[0]);
    }

    static String[] parts(String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) throw new JwtException("not a token");
        return parts;
    }

    static byte[] signature(String algorithm, String signed, String key) {
        if (algorithm.equals("none")) return new byte[0];
        String name = MACS.get(algorithm);
        if (name == null) throw new JwtException("algorithm " + algorithm + " is not known");
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), name));
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException error) {
            throw new JwtException("not a token");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String part) {
        try {
            if (Json.parse(decoded(part)) instanceof Map<?, ?> found) return (Map<String, Object>) found;
        } catch (JsonException error) {
            throw new JwtException("not a token");
        }
        throw new JwtException("not a token");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
