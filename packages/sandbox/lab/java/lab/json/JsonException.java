package lab.json;

/** A text that is not JSON, or a value that does not fit where it should go. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JsonException(String message) {
        super(message);
    }
}
