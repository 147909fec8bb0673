package lab.web;

/** Ends a request with a status and {"error": message}. */
public class HttpError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    public HttpError(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
