package lab.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Values between Java and SQLite, which knows integers, reals, texts and blobs. */
final class Values {
    private Values() {}

    /** What the host gets. Times of java.sql become milliseconds, those of java.time their ISO text. */
    static Object toHost(Object value) throws SQLException {
        if (value == null || value instanceof String || value instanceof Double) return value;
        if (value instanceof Boolean flag) return flag ? 1L : 0L;
        if (value instanceof byte[] data) return Map.of("$base64", Base64.getEncoder().encodeToString(data));
        if (value instanceof java.util.Date date) return date.getTime();
        if (value instanceof BigInteger big && big.bitLength() > 63) return big.toString();
        if (value instanceof BigDecimal || value instanceof Float) return ((Number) value).doubleValue();
        if (value instanceof Number number) return whole(number.longValue());
        if (value instanceof Enum<?> constant) return constant.name();
        if (value instanceof CharSequence || value instanceof Character) return value.toString();
        if (value instanceof UUID || value.getClass().getName().startsWith("java.time.")) return value.toString();
        throw new SQLException("a " + value.getClass().getName() + " cannot be a parameter");
    }

    /** The host's numbers are exact to 2^53 only; a column of integers makes one of a text. */
    private static Object whole(long number) {
        boolean exact = number >= -(1L << 53) && number <= 1L << 53;
        return exact ? (Object) number : Long.toString(number);
    }

    /** What a program sees of a value of the host. */
    static Object fromHost(Object value) {
        if (value instanceof Map<?, ?> blob) return Base64.getDecoder().decode((String) blob.get("$base64"));
        if (value instanceof Integer number) return number.longValue();
        return value;
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static long number(Object value) throws SQLException {
        if (value == null) return 0;
        if (value instanceof Number number) return number.longValue();
        try {
            return new BigDecimal(value.toString().strip()).longValue();
        } catch (NumberFormatException error) {
            throw new SQLException("\"" + value + "\" is no number");
        }
    }

    static int small(Object value) throws SQLException {
        long number = number(value);
        if (number != (int) number) throw new SQLException(number + " is too large for an int");
        return (int) number;
    }

    static double real(Object value) throws SQLException {
        return value == null ? 0 : decimal(value).doubleValue();
    }

    static BigDecimal decimal(Object value) throws SQLException {
        try {
            return value == null ? null : new BigDecimal(value.toString().strip());
        } catch (NumberFormatException error) {
            throw new SQLException("\"" + value + "\" is no number");
        }
    }

    static boolean flag(Object value) {
        if (value instanceof Number number) return number.doubleValue() != 0;
        return value != null && (value.equals("1") || value.toString().equalsIgnoreCase("true"));
    }

    /** Milliseconds, or "2026-01-31 10:00:00" in the time zone of the machine. */
    static Timestamp time(Object value) throws SQLException {
        if (value == null) return null;
        if (value instanceof Number number) return new Timestamp(number.longValue());
        try {
            return Timestamp.valueOf(value.toString().replace('T', ' ').replaceAll("Z$", ""));
        } catch (IllegalArgumentException error) {
            throw new SQLException("\"" + value + "\" is no time");
        }
    }
}
