package driver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import lab.json.Json;

/**
 * Values that one step saves and later ones name. Where {{name}} is the whole string inside `json` or
 * `args`, the value keeps its type; a name that was never saved stays as it is written.
 */
final class Placeholders {
    private static final Pattern NAMED = Pattern.compile("\\{\\{([A-Za-z_][\\w-]*)\\}\\}");
    private final Map<String, Object> saved = new LinkedHashMap<>();

    /** The step with its placeholders replaced. */
    Object fill(Object value) {
        return saved.isEmpty() ? value : fill(value, false);
    }

    private Object fill(Object value, boolean typed) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((name, one) -> {
                boolean keeps = typed || name.equals("json") || name.equals("args");
                filled.put(String.valueOf(fill(name, false)), fill(one, keeps));
            });
            return filled;
        }
        if (value instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach((one) -> filled.add(fill(one, typed)));
            return filled;
        }
        if (!(value instanceof String text)) return value;
        Matcher found = NAMED.matcher(text);
        if (typed && found.matches() && saved.containsKey(found.group(1))) return saved.get(found.group(1));
        return found.reset().replaceAll((one) -> Matcher.quoteReplacement(text(one.group(), one.group(1))));
    }

    private String text(String written, String name) {
        if (!saved.containsKey(name)) return written;
        Object value = saved.get(name);
        return value instanceof String text ? text : Json.write(value);
    }

    /** Keeps what a step wants saved of a response; what is not there is forgotten. */
    void save(Map<?, ?> wanted, Answer answer) {
        wanted.forEach((name, from) -> {
            saved.remove((String) name);
            try {
                saved.put((String) name, from(from, answer));
            } catch (RuntimeException error) {
                // Not there: the placeholder stays as it is written.
            }
        });
    }

    private static Object from(Object from, Answer answer) {
        if (from instanceof String pointer) return at(Json.parse(answer.text()), pointer);
        Map<?, ?> place = (Map<?, ?>) from;
        if (place.get("header") instanceof String name) return answer.header(name).orElseThrow();
        Matcher found = Pattern.compile((String) place.get("pattern")).matcher(answer.text());
        if (!found.find()) throw new IllegalArgumentException("no match");
        return found.group(found.groupCount() > 0 ? 1 : 0);
    }

    /** RFC 6901. */
    private static Object at(Object value, String pointer) {
        Object found = value;
        String[] parts = pointer.split("/", -1);
        for (int at = 1; at < parts.length; at++) {
            String name = parts[at].replace("~1", "/").replace("~0", "~");
            if (found instanceof List<?> list) found = list.get(Integer.parseInt(name));
            else if (found instanceof Map<?, ?> map && map.containsKey(name)) found = map.get(name);
            else throw new IllegalArgumentException(pointer);
        }
        return found;
    }
}
