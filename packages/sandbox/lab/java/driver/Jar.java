package driver;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of one browser, over https on one host. */
final class Jar {
    private record Cookie(String value, String path, String sameSite) {}

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /** The Cookie header of a request; empty where none is sent. */
    String header(String path, boolean cross, boolean navigates) {
        return cookies.entrySet().stream()
                .filter((one) -> isUnder(path, one.getValue().path()))
                .filter((one) -> !cross || crosses(one.getValue().sameSite(), navigates))
                .map((one) -> one.getKey() + "=" + one.getValue().value())
                .collect(Collectors.joining("; "));
    }

    /** Absent is taken as None, since browsers differ. Lax goes along where a link or an address opens a page. */
    private static boolean crosses(String sameSite, boolean navigates) {
        return switch (sameSite) {
            case "strict" -> false;
            case "lax" -> navigates;
            default -> true;
        };
    }

    private static boolean isUnder(String path, String folder) {
        if (folder.equals("/") || path.equals(folder)) return true;
        return path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    void keep(Answer answer) {
        for (var header : answer.headers()) {
            if (header.get(0).equals("set-cookie")) keep(header.get(1));
        }
    }

    private void keep(String line) {
        String[] parts = line.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) return;
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int at = 1; at < parts.length; at++) {
            String[] pair = parts[at].strip().split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1].strip() : "");
        }
        String name = parts[0].substring(0, equals).strip();
        if (isOver(attributes)) {
            cookies.remove(name);
            return;
        }
        String path = attributes.getOrDefault("path", "/");
        String sameSite = attributes.getOrDefault("samesite", "none").toLowerCase(Locale.ROOT);
        String value = parts[0].substring(equals + 1).strip();
        cookies.put(name, new Cookie(value, path.startsWith("/") ? path : "/", sameSite));
    }

    private static boolean isOver(Map<String, String> attributes) {
        String age = attributes.get("max-age");
        try {
            if (age != null) return Long.parseLong(age) <= 0;
            String expires = attributes.get("expires");
            if (expires == null) return false;
            return ZonedDateTime.parse(expires.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant().isBefore(Instant.now());
        } catch (NumberFormatException | DateTimeParseException error) {
            return false;
        }
    }
}
