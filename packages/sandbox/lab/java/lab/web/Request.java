package lab.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.json.Json;
import lab.json.JsonException;

/** One request. What it lacks is null; a body of the wrong form answers 400. */
public final class Request {
    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final List<List<String>> headers;
    private final byte[] body;
    private final String address;
    private final Map<String, Object> attributes = new HashMap<>();
    private Map<String, String> variables = Map.of();
    private Fields query;
    private Form form;

    @SuppressWarnings("unchecked")
    Request(Map<String, Object> raw) {
        String target = (String) raw.get("target");
        int mark = target.indexOf('?');
        method = (String) raw.get("method");
        rawPath = mark < 0 ? target : target.substring(0, mark);
        rawQuery = mark < 0 ? "" : target.substring(mark + 1);
        headers = (List<List<String>>) raw.getOrDefault("headers", List.of());
        body = raw.get("body") instanceof byte[] bytes ? bytes : new byte[0];
        address = String.valueOf(raw.getOrDefault("address", "203.0.113.10"));
    }

    /** GET, POST, … in capitals. */
    public String method() {
        return method;
    }

    /** The path, percent-decoded once. */
    public String path() {
        return "/" + String.join("/", segments());
    }

    /** The path as it was sent. */
    public String rawPath() {
        return rawPath;
    }

    /** The query as it was sent, without the question mark; empty where there is none. */
    public String rawQuery() {
        return rawQuery;
    }

    /** A variable of the route's path, percent-decoded once. */
    public String path(String name) {
        if (!variables.containsKey(name)) throw new IllegalArgumentException("the route has no {" + name + "}");
        return variables.get(name);
    }

    /** A variable of the path as a whole number; answers 404 where it is none. */
    public long number(String name) {
        String text = path(name);
        if (!text.matches("[0-9]{1,18}")) throw new HttpError(404, "no " + name + " " + text);
        return Long.parseLong(text);
    }

    /** The first value of a query field, or null. */
    public String query(String name) {
        return query().first(name);
    }

    /** The first value of a query field, or another where the query lacks it. */
    public String query(String name, String otherwise) {
        String found = query(name);
        return found == null ? otherwise : found;
    }

    /** Every value of a query field. */
    public List<String> queryAll(String name) {
        return query().all(name);
    }

    /** The names of the query's fields. */
    public List<String> queryNames() {
        return query().names();
    }

    /** The first value of a form field (url-encoded or multipart), or null. */
    public String form(String name) {
        return form().fields().first(name);
    }

    /** Every value of a form field. */
    public List<String> formAll(String name) {
        return form().fields().all(name);
    }

    /** The names of the form's fields, files left out. */
    public List<String> formNames() {
        return form().fields().names();
    }

    /** The first file of a form field, or null. */
    public Upload file(String field) {
        for (Upload file : files()) if (file.field().equals(field)) return file;
        return null;
    }

    /** Every file of a multipart form. */
    public List<Upload> files() {
        return form().files();
    }

    /** A header by its name in any case, or null; of several, joined with commas. */
    public String header(String name) {
        List<String> found = new ArrayList<>();
        for (List<String> pair : headers) if (pair.get(0).equalsIgnoreCase(name)) found.add(pair.get(1));
        return found.isEmpty() ? null : String.join(name.equalsIgnoreCase("cookie") ? "; " : ", ", found);
    }

    /** A cookie's value, or null; of several with one name, the first. */
    public String cookie(String name) {
        return Cookie.sent(header("Cookie"), name);
    }

    /** The raw body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON, whatever its type says: Map, List, String, Long, Double, Boolean or null. */
    public Object json() {
        try {
            return Json.parse(body);
        } catch (JsonException error) {
            throw new HttpError(400, error.getMessage());
        }
    }

    /** The body as an object of the class; see {@link Json#bind}. */
    public <T> T json(Class<T> type) {
        Object value = json();
        if (value == null) throw new HttpError(400, "the body must be an object");
        try {
            return Json.bind(value, type);
        } catch (JsonException error) {
            throw new HttpError(400, error.getMessage());
        }
    }

    /** The address of the machine that sent the request. */
    public String remoteAddress() {
        return address;
    }

    /** What a @Before method noted for this request, or null. */
    public Object attribute(String name) {
        return attributes.get(name);
    }

    /** Notes something for the methods that see this request later. */
    public void attribute(String name, Object value) {
        attributes.put(name, value);
    }

    List<String> segments() {
        return Path.segments(rawPath);
    }

    void variables(Map<String, String> found) {
        variables = found;
    }

    private Fields query() {
        if (query == null) query = Fields.parse(rawQuery);
        return query;
    }

    private Form form() {
        if (form == null) form = Form.of(header("Content-Type"), body);
        return form;
    }
}
