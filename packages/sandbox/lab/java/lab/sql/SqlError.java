package lab.sql;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

/** A statement of {@link Db} that failed; the cause is the SQLException. */
public final class SqlError extends RuntimeException {
    private static final long serialVersionUID = 1;

    SqlError(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether a constraint (UNIQUE, CHECK, NOT NULL, a foreign key) refused the change. */
    public boolean conflict() {
        return getCause() instanceof SQLIntegrityConstraintViolationException;
    }
}
