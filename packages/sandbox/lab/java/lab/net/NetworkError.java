package lab.net;

/** A request that got no answer. */
public final class NetworkError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String kind;

    NetworkError(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why: url, scheme, name (it does not resolve), refused or redirects (too many). */
    public String kind() {
        return kind;
    }
}
