package lab.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.json.Json;

/** One answer: a status, headers and a body. */
public final class Response {
    private int status;
    private byte[] body;
    private final List<List<String>> headers = new ArrayList<>();

    private Response(int status, String type, byte[] body) {
        this.status = checked(status);
        this.body = body;
        if (type != null) header("Content-Type", type);
    }

    /** A value as JSON, status 200; see {@link Json#write}. */
    public static Response json(Object value) {
        return json(200, value);
    }

    /** A value as JSON. */
    public static Response json(int status, Object value) {
        return new Response(status, "application/json", utf8(Json.write(value)));
    }

    /** text/plain. */
    public static Response text(String text) {
        return new Response(200, "text/plain; charset=utf-8", utf8(text));
    }

    /** text/html, sent as it is. */
    public static Response html(String html) {
        return new Response(200, "text/html; charset=utf-8", utf8(html));
    }

    /** Any bytes. */
    public static Response bytes(byte[] data, String type) {
        return new Response(200, type, data.clone());
    }

    /** Sends the browser elsewhere, with status 302. */
    public static Response redirect(String url) {
        return new Response(302, null, new byte[0]).header("Location", url);
    }

    /** An answer without a body. */
    public static Response of(int status) {
        return new Response(status, null, new byte[0]);
    }

    /** Changes the status. */
    public Response status(int status) {
        this.status = checked(status);
        return this;
    }

    /** Sets a header in place of any of that name; refuses line breaks, as real servers do. */
    public Response header(String name, String value) {
        checked(name, value);
        headers.removeIf(pair -> pair.get(0).equalsIgnoreCase(name));
        headers.add(List.of(name, value));
        return this;
    }

    /** Sets a cookie. */
    public Response cookie(Cookie cookie) {
        headers.add(List.of("Set-Cookie", cookie.toString()));
        return this;
    }

    public int status() {
        return status;
    }

    /** A header that was set, or null. */
    public String header(String name) {
        for (List<String> pair : headers) if (pair.get(0).equalsIgnoreCase(name)) return pair.get(1);
        return null;
    }

    /** The answer as the driver takes it. */
    Map<String, Object> raw(boolean withBody, Throwable error) {
        Map<String, Object> made = new LinkedHashMap<>();
        List<List<String>> sent = new ArrayList<>(headers);
        sent.add(List.of("Content-Length", Integer.toString(body.length)));
        made.put("status", status);
        made.put("headers", sent);
        made.put("body", withBody ? body : new byte[0]);
        made.put("error", error);
        return made;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int checked(int status) {
        if (status >= 100 && status <= 599) return status;
        throw new IllegalArgumentException(status + " is no status");
    }

    private static void checked(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"))
            throw new IllegalArgumentException("\"" + name + "\" is no name of a header");
        if (value.chars().anyMatch(one -> one == '\r' || one == '\n' || one == 0))
            throw new IllegalArgumentException("header " + name + " holds a line break");
    }
}
