package lab.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Texts, numbers and booleans into the types of Java, without bending one into the other. */
final class Scalars {
    private static final Map<Class<?>, Function<BigDecimal, Object>> NUMBERS = Map.ofEntries(
            Map.entry(byte.class, BigDecimal::byteValueExact),
            Map.entry(Byte.class, BigDecimal::byteValueExact),
            Map.entry(short.class, BigDecimal::shortValueExact),
            Map.entry(Short.class, BigDecimal::shortValueExact),
            Map.entry(int.class, BigDecimal::intValueExact),
            Map.entry(Integer.class, BigDecimal::intValueExact),
            Map.entry(long.class, BigDecimal::longValueExact),
            Map.entry(Long.class, BigDecimal::longValueExact),
            Map.entry(float.class, BigDecimal::floatValue),
            Map.entry(Float.class, BigDecimal::floatValue),
            Map.entry(double.class, BigDecimal::doubleValue),
            Map.entry(Double.class, BigDecimal::doubleValue),
            Map.entry(BigInteger.class, BigDecimal::toBigIntegerExact),
            Map.entry(BigDecimal.class, number -> number),
            Map.entry(Number.class, number -> number));

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            String.class, text -> text,
            CharSequence.class, text -> text,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            UUID.class, UUID::fromString);

    private Scalars() {}

    static boolean knows(Class<?> type) {
        return type.isEnum()
                || type == boolean.class
                || type == Boolean.class
                || NUMBERS.containsKey(type)
                || TEXTS.containsKey(type);
    }

    static Object of(Object value, Class<?> type, String where) {
        if (type == boolean.class || type == Boolean.class) {
            if (value instanceof Boolean) return value;
            throw new JsonException(where + " must be true or false");
        }
        if (NUMBERS.containsKey(type)) return number(value, type, where);
        if (!(value instanceof String text)) throw new JsonException(where + " must be a text");
        return type.isEnum() ? constant(text, type, where) : text(text, type, where);
    }

    private static Object number(Object value, Class<?> type, String where) {
        if (!(value instanceof Number)) throw new JsonException(where + " must be a number");
        try {
            return NUMBERS.get(type).apply(new BigDecimal(value.toString()));
        } catch (ArithmeticException error) {
            throw new JsonException(where + " must be a whole number that fits");
        }
    }

    private static Object text(String text, Class<?> type, String where) {
        try {
            return TEXTS.get(type).apply(text);
        } catch (DateTimeException | IllegalArgumentException error) {
            throw new JsonException(where + " must be a valid " + type.getSimpleName());
        }
    }

    private static Object constant(String text, Class<?> type, String where) {
        for (Object one : type.getEnumConstants()) if (((Enum<?>) one).name().equals(text)) return one;
        throw new JsonException(where + " must be one of the known values");
    }
}
