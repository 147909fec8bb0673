package lab.jwt;

/** A token that is not what was asked for. */
public final class JwtException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JwtException(String message) {
        super(message);
    }
}
