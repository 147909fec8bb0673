package driver;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program returned or threw, in the shape of JSON. */
final class Values {
    static final int TEXT_MAX_BYTES = 64 * 1024;
    private static final int TEXT_CHARS_MAX = 2_000;
    private static final int DEPTH_MAX = 40;

    private Values() {}

    static Object json(Object value) {
        return json(value, 0);
    }

    private static Object json(Object value, int depth) {
        if (value == null || value instanceof Boolean || value instanceof String) return value;
        if (value instanceof Byte || value instanceof Short || value instanceof Integer) return ((Number) value).longValue();
        if (value instanceof Long || value instanceof BigInteger || value instanceof BigDecimal) return value;
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) return shown(value);
        if (value instanceof Number number) return number.doubleValue();
        if (value instanceof byte[] bytes) return Map.of("$base64", Base64.getEncoder().encodeToString(bytes));
        if (value instanceof Character || value instanceof Enum<?>) return value.toString();
        if (value instanceof Optional<?> optional) return json(optional.orElse(null), depth);
        return depth < DEPTH_MAX ? nested(value, depth + 1) : shown(value);
    }

    private static Object nested(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, one) -> fields.put(String.valueOf(name), json(one, depth)));
            return fields;
        }
        if (value instanceof Iterable<?> many && !(value instanceof java.nio.file.Path)) {
            List<Object> items = new ArrayList<>();
            many.forEach((one) -> items.add(json(one, depth)));
            return items;
        }
        if (value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int at = 0; at < Array.getLength(value); at++) items.add(json(Array.get(value, at), depth));
            return items;
        }
        return value instanceof Record ? components(value, depth) : shown(value);
    }

    private static Object components(Object value, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent one : value.getClass().getRecordComponents()) {
            try {
                one.getAccessor().setAccessible(true);
                fields.put(one.getName(), json(one.getAccessor().invoke(value), depth));
            } catch (ReflectiveOperationException error) {
                return shown(value);
            }
        }
        return fields;
    }

    private static Object shown(Object value) {
        return Map.of("$repr", cut(value.toString()));
    }

    /** Type and message; an error whose own text raises has none. */
    static Map<String, Object> failure(Throwable error) {
        String message = "";
        try {
            if (error.getMessage() != null) message = error.getMessage();
        } catch (Throwable silent) {
            // The message stays empty.
        }
        return Map.of("type", typeOf(error), "message", cut(message));
    }

    private static String typeOf(Throwable error) {
        String name = error.getClass().getName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static String cut(String text) {
        if (text == null) return "";
        return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
    }
}
