package lab.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart/form-data body (RFC 7578) apart. */
final class Multipart {
    private static final int PARTS_MAX = 200;
    private static final String NO_PARTS = "the body is not multipart/form-data";

    final Fields fields = new Fields();
    final List<Upload> files = new ArrayList<>();

    /** The parts of a body; answers 400 where it has another form than its type says. */
    static Multipart parse(byte[] body, String contentType) {
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty()) throw new HttpError(400, NO_PARTS);
        // One byte is one character, so that positions and contents stay what they are.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Multipart found = new Multipart();
        found.read("\r\n" + text, "\r\n--" + boundary);
        return found;
    }

    private void read(String text, String mark) {
        int at = text.indexOf(mark);
        for (int count = 0; at >= 0; count++) {
            int start = at + mark.length();
            if (text.startsWith("--", start)) return;
            int next = text.indexOf(mark, start);
            if (!text.startsWith("\r\n", start) || next < 0 || count == PARTS_MAX) break;
            part(text.substring(start, next));
            at = next;
        }
        throw new HttpError(400, NO_PARTS);
    }

    private void part(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) throw new HttpError(400, NO_PARTS);
        String disposition = "";
        String type = "text/plain";
        for (String line : text.substring(0, end).split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon < 0) continue;
            String value = utf8(line.substring(colon + 1).trim());
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (name.equals("content-disposition")) disposition = value;
            if (name.equals("content-type")) type = value;
        }
        String field = parameter(disposition, "name");
        if (field == null) throw new HttpError(400, NO_PARTS);
        String content = text.substring(end + 4);
        String name = parameter(disposition, "filename");
        if (name == null) fields.add(field, utf8(content));
        else files.add(new Upload(field, name, type, content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A parameter of a header's value: quoted, with \" for a quote, or a bare word. */
    private static String parameter(String value, String name) {
        Pattern pattern = Pattern.compile(";\\s*" + name + "=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))",
                Pattern.CASE_INSENSITIVE);
        Matcher found = pattern.matcher(value);
        if (!found.find()) return null;
        if (found.group(1) == null) return found.group(2);
        // Browsers send a backslash of a name as it is, and only quotes escaped.
        return found.group(1).replace("\\\"", "\"");
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
