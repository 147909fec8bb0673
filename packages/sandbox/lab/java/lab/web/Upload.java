package lab.web;

import java.nio.charset.StandardCharsets;

/**
 * A file of a multipart form.
 *
 * @param field name of the form's field
 * @param name as the client sent it, which may be anything
 * @param type the client's word for what it is
 */
public record Upload(String field, String name, String type, byte[] data) {
    /** The contents as UTF-8. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
