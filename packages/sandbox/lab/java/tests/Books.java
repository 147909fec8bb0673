package tests;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.json.Json;
import lab.web.*;

@Use(More.class)
public class Books {
    public enum Format { PAPER, SOUND }

    public record Line(String sku, int count) {}

    public record Order(String name, List<Line> lines, Format format, BigDecimal price, boolean gift) {}

    public static class Base {
        private String role = "reader";

        public String getRole() {
            return role;
        }

        public void setRole(String role) {
            this.role = role;
        }
    }

    public static class Account extends Base {
        public Integer age;
        private String name = "-";
        private String secret = "kept";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public boolean isLocked() {
            return !secret.equals("kept");
        }
    }

    static class Late extends RuntimeException {}

    static class VeryLate extends Late {}

    @Before({"/admin/*"})
    Response guard(Request request) {
        return request.header("X-Staff") == null ? Response.json(403, Map.of("error", "staff only")) : null;
    }

    @Before("/numbers/{n}")
    Response numbered(Request request) {
        return request.number("n") == 451 ? Response.json(451, request.path("n")) : null;
    }

    @Before
    Response note(Request request) {
        request.attribute("seen", request.path());
        return null;
    }

    @After
    void stamp(Request request, Response response) {
        response.header("X-Seen", request.path().replaceAll("[^!-~]", "?"));
    }

    @OnError
    Response late(Request request, Late error) {
        return Response.json(503, "late");
    }

    @OnError
    Response veryLate(Request request, VeryLate error) {
        return Response.json(504, "very late");
    }

    @Get("/echo/{name}")
    Response echo(Request request) {
        return Response.text(request.path("name") + "|" + request.query("a") + "|" + request.queryAll("a"));
    }

    @Get("/echo/mine")
    Response mine(Request request) {
        return Response.text("mine");
    }

    @Get("/files/{name...}")
    Response file(Request request) {
        return Response.text(request.path("name"));
    }

    @Get("/files/{folder}/index")
    Response index(Request request) {
        return Response.text("index of " + request.path("folder"));
    }

    @Get("/numbers/{n}")
    Response number(Request request) {
        return Response.json(request.number("n") + 1);
    }

    @Post("/numbers/{n}")
    void nothing(Request request) {}

    @Get("/admin")
    Response admin(Request request) {
        return Response.text("admin");
    }

    @Get("/admin/users/{id}")
    Response user(Request request) {
        return Response.text("user " + request.path("id"));
    }

    @Post("/json")
    Object json(Request request) {
        return Json.write(request.json()).equals("null") ? List.of() : request.json();
    }

    @Post("/account")
    Object account(Request request) {
        return request.json(Account.class);
    }

    @Post("/order")
    Object order(Request request) {
        return request.json(Order.class);
    }

    @Post("/form")
    Response form(Request request) {
        Upload file = request.file("f");
        String sent = file == null ? "none" : file.name() + ":" + file.type() + ":" + file.data().length;
        return Response.text(request.formNames() + " " + request.formAll("a") + " " + sent);
    }

    @Post("/text")
    Response text(Request request) {
        return Response.text(new String(request.body(), StandardCharsets.UTF_8).equals(request.text()) + request.cookie("b"));
    }

    @Get("/raise/{kind}")
    Response raise(Request request) throws Exception {
        switch (request.path("kind")) {
            case "late" -> throw new Late();
            case "very" -> throw new VeryLate();
            case "http" -> throw new HttpError(418, "short and stout");
            case "checked" -> throw new java.io.IOException("disk");
            case "deep" -> raise(request);
            case "header" -> Response.redirect("/\r\nSet-Cookie: a=b");
            case "cookie" -> Cookie.of("a", "b; Domain=evil.example");
            case "cycle" -> Response.json(new Object() { public Object getSelf() { return this; } });
            default -> {}
        }
        return null;
    }

    @Get("/cookie")
    Response cookie(Request request) {
        Cookie cookie = Cookie.of("sid", "1").maxAge(Duration.ofHours(1)).secure().httpOnly().sameSite("Lax");
        return Response.of(204).cookie(cookie).cookie(Cookie.expired("old").path("/shop"));
    }

    @Get("/page")
    Response page(Request request) {
        return Response.html(Html.render("<b>{{a}}</b>{{{ b }}}", Map.of("a", "<\"'&>$1", "b", "<i>{{a}}")));
    }
}
