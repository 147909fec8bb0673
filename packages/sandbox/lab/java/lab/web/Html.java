package lab.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text into HTML. */
public final class Html {
    private static final Pattern SLOT = Pattern.compile("\\{\\{\\{\\s*(\\w+)\\s*}}}|\\{\\{\\s*(\\w+)\\s*}}");

    private Html() {}

    /** The value's text with & < > " ' escaped, which is safe between tags and in quoted attributes. */
    public static String escape(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }

    /** Fills {{name}} with the escaped value and {{{name}}} with the value as it is. */
    public static String render(String template, Map<String, ?> values) {
        return SLOT.matcher(template).replaceAll(found -> Matcher.quoteReplacement(fill(found, values)));
    }

    private static String fill(java.util.regex.MatchResult found, Map<String, ?> values) {
        boolean raw = found.group(1) != null;
        String name = raw ? found.group(1) : found.group(2);
        if (!values.containsKey(name)) throw new IllegalArgumentException("{{" + name + "}} has no value");
        Object value = values.get(name);
        return raw ? String.valueOf(value) : escape(value);
    }
}
