package lab.jwt;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lab.clock.Clock;

/** What a token must be. Made by {@link Jwt#verifier}; each method asks for one thing more. */
public final class Verifier {
    private final String key;
    private final List<String> algorithms;
    private String audience;
    private String issuer;

    Verifier(String key, List<String> algorithms) {
        if (algorithms.isEmpty()) throw new IllegalArgumentException("name the algorithms that are accepted");
        this.key = key;
        this.algorithms = algorithms;
    }

    /** The aud claim is this, or a list that holds it. Without this, aud is not looked at. */
    public Verifier audience(String name) {
        audience = name;
        return this;
    }

    /** The iss claim is this. Without this, iss is not looked at. */
    public Verifier issuer(String name) {
        issuer = name;
        return this;
    }

    /** The claims; throws JwtException where anything is wrong. */
    public Map<String, Object> verify(String token) {
        String[] parts = Jwt.parts(token);
        String algorithm = String.valueOf(Jwt.header(token).get("alg"));
        if (!algorithms.contains(algorithm)) throw new JwtException("algorithm " + algorithm + " is not accepted");
        byte[] expected = Jwt.signature(algorithm, parts[0] + "." + parts[1], key);
        if (!MessageDigest.isEqual(expected, Jwt.decoded(parts[2]))) throw new JwtException("the signature is wrong");
        Map<String, Object> claims = Jwt.decode(token);
        long now = Clock.now().getEpochSecond();
        if (claims.containsKey("exp") && now >= seconds(claims, "exp")) throw new JwtException("the token has expired");
        if (claims.containsKey("nbf") && now < seconds(claims, "nbf"))
            throw new JwtException("the token is not yet valid");
        if (issuer != null && !issuer.equals(claims.get("iss"))) throw new JwtException("the issuer is another one");
        if (audience != null && !names(claims.get("aud"))) throw new JwtException("the audience is another one");
        return claims;
    }

    private boolean names(Object found) {
        return audience.equals(found) || (found instanceof Collection<?> all && all.contains(audience));
    }

    private static long seconds(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof Number number) return number.longValue();
        throw new JwtException(name + " is no number");
    }
}
