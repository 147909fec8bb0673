package lab.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Fields and files of a form; none where the body is of another type. */
record Form(Fields fields, List<Upload> files) {
    static Form of(String contentType, byte[] body) {
        String type = contentType == null ? "" : contentType;
        return switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "multipart/form-data" -> {
                Multipart parts = Multipart.parse(body, type);
                yield new Form(parts.fields, List.copyOf(parts.files));
            }
            case "application/x-www-form-urlencoded" ->
                new Form(Fields.parse(new String(body, StandardCharsets.UTF_8)), List.of());
            default -> new Form(new Fields(), List.of());
        };
    }
}
