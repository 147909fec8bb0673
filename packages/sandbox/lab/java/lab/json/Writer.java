package lab.json;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes one value as a text. */
final class Writer {
    private final StringBuilder out;

    Writer(StringBuilder out) {
        this.out = out;
    }

    void write(Object value, int depth) {
        if (depth > Json.DEPTH_MAX) throw new JsonException("nested deeper than " + Json.DEPTH_MAX);
        if (value == null || value instanceof Boolean) out.append(value);
        else if (value instanceof Double || value instanceof Float) number(((Number) value).doubleValue(), value);
        else if (value instanceof Number) out.append(value);
        else if (value instanceof Enum<?> constant) string(constant.name());
        else if (value instanceof Map<?, ?> map) object(map, depth);
        else if (value instanceof Collection<?> list) array(list.toArray(), depth);
        else if (value instanceof Optional<?> maybe) write(maybe.orElse(null), depth);
        else if (value.getClass().isArray()) array(value, depth);
        else if (ofTheJdk(value)) string(value.toString());
        else bean(value, depth);
    }

    private static boolean ofTheJdk(Object value) {
        return value instanceof CharSequence || value.getClass().getName().startsWith("java.");
    }

    private void number(double number, Object value) {
        if (!Double.isFinite(number)) throw new JsonException(value + " is no number of JSON");
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        out.append(whole ? Long.toString((long) number) : value.toString());
    }

    private void object(Map<?, ?> map, int depth) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            member(before, String.valueOf(entry.getKey()), entry.getValue(), depth);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void bean(Object value, int depth) {
        char before = '{';
        try {
            for (Map.Entry<String, Properties.Reader> one : Properties.readable(value.getClass()).entrySet()) {
                member(before, one.getKey(), one.getValue().read(value), depth);
                before = ',';
            }
        } catch (ReflectiveOperationException error) {
            throw Properties.thrown(error);
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void member(char before, String name, Object value, int depth) {
        out.append(before);
        string(name);
        out.append(':');
        write(value, depth + 1);
    }

    private void array(Object array, int depth) {
        out.append('[');
        for (int at = 0; at < Array.getLength(array); at++) {
            if (at > 0) out.append(',');
            write(Array.get(array, at), depth + 1);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            switch (next) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (next < ' ' || Character.isSurrogate(next)) out.append(String.format("\\u%04x", (int) next));
                    else out.append(next);
                }
            }
        }
        out.append('"');
    }
}
