package driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program answered; error is what left it, or null. */
record Answer(int status, List<List<String>> headers, byte[] body, Throwable error) {
    @SuppressWarnings("unchecked")
    static Answer of(Map<String, Object> response) {
        List<List<String>> headers = new ArrayList<>();
        for (List<String> one : (List<List<String>>) response.get("headers")) {
            headers.add(List.of(one.get(0).toLowerCase(java.util.Locale.ROOT), one.get(1)));
        }
        int status = ((Number) response.get("status")).intValue();
        return new Answer(status, headers, (byte[]) response.get("body"), (Throwable) response.get("error"));
    }

    static Answer failed(Throwable error) {
        return new Answer(500, List.of(), new byte[0], error);
    }

    String text() {
        return new String(body, 0, Math.min(body.length, Values.TEXT_MAX_BYTES), StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return headers.stream().filter((one) -> one.get(0).equalsIgnoreCase(name)).map((one) -> one.get(1)).findFirst();
    }

    /** As an observation has it, without its kind. */
    Map<String, Object> seen() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("status", status);
        seen.put("headers", headers);
        seen.put("body", text());
        if (error != null) seen.put("error", Values.failure(error));
        return seen;
    }
}
