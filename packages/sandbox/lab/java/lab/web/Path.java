package lab.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A path with variables: {id} stands for one segment, {rest...} at the end for one or more.
 *
 * <p>A path is divided at its slashes first and each segment decoded once after, so that an encoded slash stays
 * inside its segment.
 */
final class Path {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_]\\w*)(\\.\\.\\.)?}");

    private final String text;
    private final List<String> parts;

    Path(String text) {
        if (!text.startsWith("/")) throw new IllegalStateException("path \"" + text + "\" must begin with a /");
        this.text = text;
        this.parts = List.of(text.substring(1).split("/", -1));
        for (int at = 0; at < parts.size(); at++) {
            String part = parts.get(at);
            boolean bad = part.contains("{") && !VARIABLE.matcher(part).matches();
            if (bad || (rest(part) && at < parts.size() - 1))
                throw new IllegalStateException("path \"" + text + "\" has a variable where none can be: " + part);
        }
    }

    /** The decoded segments of a raw path. */
    static List<String> segments(String raw) {
        List<String> found = new ArrayList<>();
        for (String segment : raw.substring(1).split("/", -1)) found.add(Percent.decode(segment));
        return found;
    }

    /** The values of the variables, or null where the path is another one. */
    Map<String, String> match(List<String> segments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int at = 0; at < parts.size(); at++) {
            String part = parts.get(at);
            if (at >= segments.size()) return null;
            if (rest(part)) {
                String tail = String.join("/", segments.subList(at, segments.size()));
                if (tail.isEmpty()) return null;
                values.put(part.substring(1, part.length() - 4), tail);
                return values;
            }
            String segment = segments.get(at);
            if (part.startsWith("{") ? segment.isEmpty() : !part.equals(segment)) return null;
            if (part.startsWith("{")) values.put(part.substring(1, part.length() - 1), segment);
        }
        return parts.size() == segments.size() ? values : null;
    }

    /** Sorts plain segments before variables and these before the rest; equal for paths that match the same. */
    String order() {
        StringBuilder order = new StringBuilder();
        for (String part : parts) {
            if (rest(part)) order.append("2/");
            else order.append(part.startsWith("{") ? "1/" : "0" + part + "/");
        }
        return order.toString();
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean rest(String part) {
        return part.endsWith("...}");
    }
}
