package driver;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the host sends as a job: compiled classes, the submission's files, and the input of the tests. */
record Submission(Map<String, byte[]> classes, Map<String, String> files, Map<?, ?> input) {
    static Submission of(Map<String, Object> job) {
        Map<String, byte[]> classes = new HashMap<>();
        ((Map<?, ?>) job.get("classes")).forEach((name, base64) ->
                classes.put((String) name, Base64.getDecoder().decode((String) base64)));
        Map<String, String> files = new HashMap<>();
        ((Map<?, ?>) job.get("files")).forEach((path, text) -> files.put((String) path, (String) text));
        return new Submission(classes, files, (Map<?, ?>) job.get("input"));
    }

    String entry() {
        return (String) input.get("entry");
    }

    List<?> setup() {
        return input.get("setup") instanceof List<?> steps ? steps : List.of();
    }

    List<?> cases() {
        return input.get("cases") instanceof List<?> cases ? cases : List.of();
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> principals() {
        return input.get("principals") instanceof Map<?, ?> map ? (Map<String, Map<String, Object>>) map : Map.of();
    }

    Map<?, ?> environment() {
        return world("env");
    }

    Map<?, ?> worldFiles() {
        return world("files");
    }

    private Map<?, ?> world(String part) {
        return input.get("world") instanceof Map<?, ?> world && world.get(part) instanceof Map<?, ?> map ? map : Map.of();
    }
}
