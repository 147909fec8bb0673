package lab.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of a query or a form: of a name that repeats, the first value is the one. */
final class Fields {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Fields of a=1&b=2; one without a value is an empty text. */
    static Fields parse(String text) {
        Fields found = new Fields();
        for (String part : text.split("&")) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            found.add(decode(name), equals < 0 ? "" : decode(part.substring(equals + 1)));
        }
        return found;
    }

    void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    String first(String name) {
        List<String> found = values.get(name);
        return found == null ? null : found.get(0);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    private static String decode(String text) {
        return Percent.decode(text.replace('+', ' '));
    }
}
