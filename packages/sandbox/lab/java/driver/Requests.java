package driver;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import lab.json.Json;

/** Makes the request of an http step. */
final class Requests {
    private static final String BOUNDARY = "----loopwright-form-boundary";

    private Requests() {}

    static Map<String, Object> of(Map<?, ?> step, String token, Jar jar) {
        String method = step.get("method") instanceof String given ? given : "GET";
        String target = (String) step.get("path");
        if (step.get("query") instanceof Map<?, ?> query && !query.isEmpty()) {
            target += (target.contains("?") ? "&" : "?") + encoded(query);
        }
        List<List<String>> headers = new ArrayList<>();
        if (step.get("headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.add(List.of((String) name, (String) value)));
        }
        if (token != null) headers.add(List.of("Authorization", "Bearer " + token));
        addBrowser(headers, step, jar, method);
        byte[] body = addBody(headers, step);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", method);
        request.put("target", target);
        request.put("headers", headers);
        request.put("body", body);
        request.put("address", "203.0.113.7");
        return request;
    }

    /** What a browser adds by itself: cookies, and where the request comes from. */
    private static void addBrowser(List<List<String>> headers, Map<?, ?> step, Jar jar, String method) {
        boolean cross = Boolean.TRUE.equals(step.get("cross"));
        if (jar != null) {
            String path = ((String) step.get("path")).split("[?#]", 2)[0];
            boolean navigates = method.equals("GET") && !has(headers, "sec-fetch-mode", (mode) -> !mode.equals("navigate"));
            String cookies = jar.header(path, cross, navigates);
            if (!cookies.isEmpty() && !has(headers, "cookie")) headers.add(List.of("Cookie", cookies));
        }
        if (jar == null && !cross) return;
        if (!method.equals("GET") && !has(headers, "origin")) {
            headers.add(List.of("Origin", cross ? "https://evil.example" : "https://shop.example"));
        }
        if (!has(headers, "sec-fetch-site")) headers.add(List.of("Sec-Fetch-Site", cross ? "cross-site" : "same-origin"));
    }

    private static byte[] addBody(List<List<String>> headers, Map<?, ?> step) {
        String kind = "text/plain";
        byte[] body = new byte[0];
        if (step.containsKey("json")) {
            kind = "application/json";
            body = bytes(Json.write(step.get("json")));
        } else if (step.get("form") instanceof Map<?, ?> form) {
            kind = "application/x-www-form-urlencoded";
            body = bytes(encoded(form));
        } else if (step.get("base64") instanceof String text) {
            kind = "application/octet-stream";
            body = Base64.getDecoder().decode(text);
        } else if (step.get("upload") instanceof Map<?, ?> upload) {
            kind = "multipart/form-data; boundary=" + BOUNDARY;
            body = multipart(upload);
        } else if (step.get("body") instanceof String text) {
            body = bytes(text);
        }
        if (body.length > 0 && !has(headers, "content-type")) headers.add(List.of("Content-Type", kind));
        return body;
    }

    private static byte[] multipart(Map<?, ?> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, field) -> {
            body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\""));
            if (field instanceof Map<?, ?> file) {
                String type = file.get("type") instanceof String given ? given : "application/octet-stream";
                body.writeBytes(bytes("; filename=\"" + quoted(file.get("name")) + "\"\r\nContent-Type: " + type));
            }
            body.writeBytes(bytes("\r\n\r\n"));
            body.writeBytes(content(field));
            body.writeBytes(bytes("\r\n"));
        });
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] content(Object field) {
        if (!(field instanceof Map<?, ?> file)) return bytes((String) field);
        if (file.get("base64") instanceof String text) return Base64.getDecoder().decode(text);
        return bytes(file.get("text") instanceof String text ? text : "");
    }

    /** As browsers do: a name cannot end its own quotes or lines. */
    private static String quoted(Object name) {
        return ((String) name).replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static boolean has(List<List<String>> headers, String name) {
        return has(headers, name, (any) -> true);
    }

    private static boolean has(List<List<String>> headers, String name, Predicate<String> value) {
        return headers.stream().anyMatch((one) -> one.get(0).equalsIgnoreCase(name) && value.test(one.get(1)));
    }

    private static String encoded(Map<?, ?> pairs) {
        return pairs.entrySet().stream()
                .map((one) -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
