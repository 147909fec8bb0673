package tests;

import java.io.*;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.*;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lab.auth.*;
import lab.chance.Crack;
import lab.clock.Clock;
import lab.jwt.Jwt;
import lab.mail.Mail;
import lab.net.Http;
import lab.passwords.Passwords;
import lab.shell.Shell;
import lab.web.*;

/** Programs over everything but the database. */
public class World {
    @Get("/who")
    Response who(Request request) {
        Principal one = Auth.require(request);
        return Response.json(List.of(one.id(), one.number(), one.roles(), one.hasRole("admin"), one.claim("region")));
    }

    @Get("/maybe")
    Response maybe(Request request) {
        return Response.json(Auth.current(request) == null);
    }

    @Post("/session/{how}")
    Response session(Request request) {
        Response response = Response.json("ok");
        Map<String, Object> session = Sessions.get(request);
        switch (request.path("how")) {
            case "start" -> Sessions.start(response, Map.of("count", 0));
            case "plain" -> Sessions.start(response, Map.of("count", 5), cookie -> cookie);
            case "end" -> Sessions.end(request, response);
            default -> {
                if (session == null) throw new HttpError(401, "no session");
                session.merge("count", 1, (old, one) -> (int) old + (int) one);
                return Response.json(session);
            }
        }
        return response;
    }

    static final String KEY = "a key of the shop";

    static Object tokens() {
        Clock.freeze(1_800_000_000);
        Map<String, Object> claims = Map.of("sub", "7", "aud", List.of("shop", "app"), "iss", "login");
        String token = Jwt.sign(claims, KEY, Duration.ofMinutes(5));
        String none = Jwt.sign(Map.of("alg", "none"), claims, "");
        String other = Jwt.sign(claims, "another key");
        String changed = token.replaceFirst("\\..*\\.", "." + other.split("\\.")[1] + ".");
        String big = Jwt.sign(Map.of("alg", "HS512"), claims, KEY);
        Map<String, Supplier<Object>> table = new LinkedHashMap<>();
        table.put("right", () -> Jwt.verify(token, KEY, "HS256").get("sub"));
        table.put("other key", () -> Jwt.verify(other, KEY, "HS256"));
        table.put("changed", () -> Jwt.verify(changed, KEY, "HS256"));
        table.put("none", () -> Jwt.verify(none, KEY, "HS256"));
        table.put("none accepted", () -> Jwt.verify(none, KEY, "HS256", "none").get("sub"));
        table.put("none, signed", () -> Jwt.verify(none + "YQ", KEY, "none"));
        table.put("None", () -> Jwt.verify(Jwt.sign(Map.of("alg", "HS256"), claims, KEY), KEY, "none"));
        table.put("HS512", () -> Jwt.verify(big, KEY, "HS256", "HS512").get("sub"));
        table.put("HS512 refused", () -> Jwt.verify(big, KEY, "HS256"));
        table.put("no algorithms", () -> Jwt.verify(token, KEY));
        table.put("audience", () -> Jwt.verifier(KEY, "HS256").audience("app").issuer("login").verify(token).get("iss"));
        table.put("other audience", () -> Jwt.verifier(KEY, "HS256").audience("x").verify(token));
        table.put("other issuer", () -> Jwt.verifier(KEY, "HS256").issuer("x").verify(token));
        table.put("decode", () -> Jwt.decode(other).get("sub") + " " + Jwt.header(none).get("alg"));
        table.put("two parts", () -> Jwt.verify("a.b", KEY, "HS256"));
        table.put("no JSON", () -> Jwt.verify("YQ.YQ.YQ", KEY, "HS256"));
        table.put("null", () -> Jwt.verify(null, KEY, "HS256"));
        Clock.advance(299);
        table.put("at 299 s", () -> Jwt.verify(token, KEY, "HS256").get("sub"));
        table.put("at 300 s", () -> {
            Clock.advance(1);
            return Jwt.verify(token, KEY, "HS256");
        });
        return seen(table);
    }

    static Object passwords() {
        String stored = Passwords.hash("päss");
        return List.of(
                Passwords.verify("päss", stored),
                Passwords.verify("pass", stored),
                stored.equals(Passwords.hash("päss")),
                Passwords.verify("", Passwords.hash("")),
                Passwords.verify("a", "a"),
                Passwords.verify("a", "pbkdf2$9999999999$00$00"),
                Passwords.verify("a", "pbkdf2$1$$"),
                Passwords.verify(null, stored));
    }

    static Object shell() {
        Shell.Result tool = Shell.run("convert", "a; echo b");
        Shell.Result line = Shell.sh("convert x; echo hello");
        return List.of(tool.stdout(), tool.ok(), line.stdout(), Shell.run("nothing").exit());
    }

    static Object net() throws IOException {
        Map<String, Supplier<Object>> table = new LinkedHashMap<>();
        table.put("followed", () -> {
            lab.net.Answer answer = Http.get("http://shop.example/go");
            return List.of(answer.status(), answer.text(), answer.url(), answer.address());
        });
        table.put("not followed", () -> {
            lab.net.Answer answer = Http.to("http://shop.example/go").followRedirects(false).get();
            return List.of(answer.status(), answer.header("LOCATION"));
        });
        table.put("pinned", () -> Http.to("http://absent.example/secret").address("169.254.169.254").get().text());
        table.put("decimal", () -> Http.get("http://2852039166/secret").text());
        table.put("json", () -> Http.to("http://shop.example/json").header("X-A", "b").json(Map.of()).send("PUT").json());
        table.put("resolve", () -> Http.resolve("shop.example"));
        table.put("no name", () -> Http.get("http://absent.example/"));
        table.put("refused", () -> Http.get("http://shop.example:81/"));
        table.put("scheme", () -> Http.get("file:///etc/passwd"));
        table.put("header", () -> Http.to("http://shop.example/").header("X", "a\r\nB: c"));
        List<Object> seen = new ArrayList<>(seen(table));
        for (String ip : List.of("169.254.1.1", "10.0.0.1", "127.0.0.1", "::1", "2130706433")) {
            InetAddress found = InetAddress.getByName(ip);
            seen.add(found.isLinkLocalAddress() || found.isSiteLocalAddress() || found.isLoopbackAddress());
        }
        return seen;
    }

    static void mail() {
        Mail.send("ann@shop.example", "Reset", "Follow the link");
    }

    static Object clock() {
        Clock.freeze(1_000_000_000);
        Clock.advance(0.5);
        return List.of(Clock.now(), LocalDate.now(Clock.utc()), Clock.utc().millis());
    }

    static Object chance() {
        Random random = new Random();
        SecureRandom secure = new SecureRandom();
        List<Object> seen = new ArrayList<>();
        for (Random one : List.of(random, secure)) {
            seen.add(Crack.ints(list(3, one::nextInt)));
            seen.add(Crack.longs(list(2, () -> Long.toString(one.nextLong()))));
            seen.add(Crack.hexLongs(list(2, () -> Long.toHexString(one.nextLong()))));
            seen.add(Crack.hexBytes(list(2, () -> hex(one))));
            seen.add(Crack.bounded(0, 1_000_000, list(5, () -> String.format("%06d", one.nextInt(1_000_000)))));
            seen.add(Crack.bounded(100_000, 900_000, list(6, () -> one.nextInt(100_000, 1_000_000))));
            seen.add(Crack.texts("0123456789ABCDEFGHJKMNPQRSTVWXYZabcd", list(5, () -> word(one))));
        }
        seen.add(Crack.scaled(0, 1_000_000, list(5, () -> (int) (Math.random() * 1_000_000))));
        return seen;
    }

    private static String hex(Random random) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String word(Random random) {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcd";
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < 6; at++) made.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return made.toString();
    }

    private static <T> List<T> list(int count, Supplier<? extends T> next) {
        List<T> made = new ArrayList<>();
        for (int at = 0; at < count; at++) made.add(next.get());
        return made;
    }

    public static class Gadget implements Serializable {
        private void readObject(ObjectInputStream in) {
            Shell.run("convert", "gadget");
        }
    }

    static Object jdk() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ObjectOutputStream(out).writeObject(new Gadget());
        Object read = new ObjectInputStream(new ByteArrayInputStream(out.toByteArray())).readObject();

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new GCMParameterSpec(128, new byte[12]));

        Path file = Files.createTempFile("a", "b");
        Files.writeString(file, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///srv/secret\">]><a>&x;</a>");
        String xml = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement()
                .getTextContent();

        var zip = new ByteArrayOutputStream();
        try (var packed = new java.util.zip.ZipOutputStream(zip)) {
            packed.putNextEntry(new java.util.zip.ZipEntry("../a"));
        }
        String name = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip.toByteArray())).getNextEntry().getName();
        String env = System.getenv("STAGE");
        return List.of(read instanceof Gadget, cipher.doFinal(new byte[3]).length, xml, name, env);
    }

    static Object sockets() {
        Map<String, Supplier<Object>> table = new LinkedHashMap<>();
        table.put("socket", () -> tried(() -> new java.net.Socket("127.0.0.1", 80)));
        table.put("name", () -> tried(() -> InetAddress.getByName("shop.example")));
        table.put("process", () -> tried(() -> new ProcessBuilder("/bin/sh", "-c", "id").start()));
        return seen(table);
    }

    private static Object tried(java.util.concurrent.Callable<Object> work) {
        try {
            return work.call();
        } catch (Exception error) {
            return error.getClass().getSimpleName();
        }
    }

    private static List<Object> seen(Map<String, Supplier<Object>> table) {
        List<Object> seen = new ArrayList<>();
        table.forEach((name, work) -> {
            try {
                seen.add(List.of(name, String.valueOf(work.get())));
            } catch (RuntimeException error) {
                seen.add(List.of(name, error.getClass().getSimpleName() + ": " + error.getMessage()));
            }
        });
        return seen;
    }
}
