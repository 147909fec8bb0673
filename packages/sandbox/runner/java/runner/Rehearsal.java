package runner;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import lab.sql.Db;
import lab.web.Get;
import lab.web.Post;
import lab.web.Request;
import lab.web.Response;

/**
 * A small program of our own that a child runs while it waits for a job, so that what most programs touch is
 * loaded and compiled by then. Nothing of a learner's is there yet; the next job begins afresh all the same.
 */
public final class Rehearsal {
    /** What a host without content answers. */
    static final String REPLY = "{\"value\":{\"columns\":[],\"rows\":[],\"changes\":0,\"lastId\":0}}";
    /** So often that the machine has compiled most of the lab; a boot takes a tenth of a second longer by it. */
    private static final int TIMES = 20;

    /** A part of an order. */
    public record Line(String sku, int cents) {}

    @Get("/orders/{id}")
    public Response show(Request request) {
        var rows = Db.query("SELECT * FROM orders WHERE id = ?", request.path("id"));
        return Response.json(Map.of("id", request.path("id"), "q", String.valueOf(request.query("q")), "rows", rows));
    }

    @Post("/orders")
    public Response add(Request request) throws SQLException {
        Db.transaction(() -> Db.update("UPDATE orders SET id = ?", 7));
        try (var connection = Db.connection(); var statement = connection.prepareStatement("SELECT * FROM orders")) {
            statement.executeQuery().next();
        }
        System.out.println(String.format("adds %s", request.json()));
        return Response.json(201, Map.of("seen", request.json(Line.class), "at", List.of(1, 2.5, true)));
    }

    public static long total(List<Integer> cents, Map<String, String> names) {
        return cents.stream().mapToInt((one) -> one).sum() + names.size();
    }

    static Map<String, Object> job() {
        Object get = Map.of("http", Map.of("path", "/orders/7?q=a", "as", "ann", "jar", "a", "save", Map.of("id", "/id")));
        Object post = Map.of("http", Map.of("method", "POST", "path", "/orders", "json", Map.of("sku", "{{id}}", "cents", 5)));
        Object call = Map.of("call", Map.of("target", "runner.Rehearsal#total", "args", List.of(List.of(1L, 2L), Map.of("a", "b"))));
        List<Object> steps = List.of(get, post, call, Map.of("log", "output"), Map.of("file", "/srv/a.txt"));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("entry", "runner.Rehearsal");
        input.put("principals", Map.of("ann", Map.of("id", 1L, "roles", List.of("a"), "claims", Map.of())));
        input.put("world", Map.of("files", Map.of("/srv/a.txt", "a"), "env", Map.of("A", "b")));
        input.put("setup", List.of(Map.of("sql", Map.of("query", "CREATE TABLE orders (id)"))));
        input.put("cases", java.util.Collections.nCopies(TIMES, Map.of("steps", steps)));
        return Map.of("open", false, "classes", Map.of(), "files", Map.of("shop/A.java", "a"), "input", input);
    }
}
