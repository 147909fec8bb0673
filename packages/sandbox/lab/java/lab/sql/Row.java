package lab.sql;

import java.util.LinkedHashMap;

/** A row: column to Long, Double, String, byte[] or null, with short ways to the common types. */
public final class Row extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;

    /** A column as text, or null. */
    public String text(String column) {
        return Values.text(known(column));
    }

    /** A column as a whole number; 0 where it is null. */
    public long number(String column) {
        try {
            return Values.number(known(column));
        } catch (java.sql.SQLException error) {
            throw new SqlError(error);
        }
    }

    /** Whether a column holds anything but 0 and null. */
    public boolean flag(String column) {
        return Values.flag(known(column));
    }

    private Object known(String column) {
        if (containsKey(column)) return get(column);
        throw new IllegalArgumentException("no column \"" + column + "\" among " + keySet());
    }
}
