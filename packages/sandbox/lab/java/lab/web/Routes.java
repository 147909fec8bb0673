package lab.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The annotated methods of an application's classes. */
final class Routes {
    record Route(String verb, Path path, Handler handler) {}

    record Filter(List<Path> paths, Handler handler) {
        /** The variables of the path by which it sees a request; null where it does not. */
        Map<String, String> match(List<String> segments) {
            if (paths.isEmpty()) return Map.of();
            return paths.stream().map(path -> path.match(segments)).filter(Objects::nonNull).findFirst().orElse(null);
        }
    }

    private record Verb<A extends Annotation>(String name, Class<A> annotation, Function<A, String> path) {
        String pathOn(AnnotatedElement method) {
            A found = method.getAnnotation(annotation);
            return found == null ? null : path.apply(found);
        }
    }

    private static final List<Verb<?>> VERBS = List.of(
            new Verb<>("GET", Get.class, Get::value),
            new Verb<>("POST", Post.class, Post::value),
            new Verb<>("PUT", Put.class, Put::value),
            new Verb<>("PATCH", Patch.class, Patch::value),
            new Verb<>("DELETE", Delete.class, Delete::value),
            new Verb<>("OPTIONS", Options.class, Options::value));

    final List<Filter> befores = new ArrayList<>();
    final List<Handler> afters = new ArrayList<>();
    final List<Handler> catches = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Method> taken = new LinkedHashMap<>();

    /** Reads the methods of one object's class and of those above it. */
    void read(Object of) {
        for (Method method : declared(of.getClass())) {
            for (Verb<?> verb : VERBS) {
                String path = verb.pathOn(method);
                if (path != null) add(verb.name(), new Path(path), of, method);
            }
            Before before = method.getAnnotation(Before.class);
            if (before != null) befores.add(new Filter(seen(before.value()), Handler.of(of, method, Request.class)));
            if (method.isAnnotationPresent(After.class))
                afters.add(Handler.of(of, method, Request.class, Response.class));
            if (method.isAnnotationPresent(OnError.class))
                catches.add(Handler.of(of, method, Request.class, Throwable.class));
        }
        routes.sort(Comparator.comparing(route -> route.path().order()));
        catches.sort(Comparator.comparing(Handler::generality).reversed());
    }

    /** The route of a request, with its variables set; else answers 404 or 405. */
    Route find(Request request) {
        List<String> segments = request.segments();
        String verb = request.method().equals("HEAD") ? "GET" : request.method();
        Set<String> allowed = new LinkedHashSet<>();
        for (Route route : routes) {
            Map<String, String> variables = route.path().match(segments);
            if (variables == null) continue;
            allowed.add(route.verb());
            if (!route.verb().equals(verb)) continue;
            request.variables(variables);
            return route;
        }
        if (allowed.isEmpty()) throw new HttpError(404, "no " + request.rawPath());
        throw new MethodNotAllowed(allowed);
    }

    /** 405, with the methods that the path has. */
    static final class MethodNotAllowed extends HttpError {
        private static final long serialVersionUID = 1;
        final transient Set<String> allowed;

        MethodNotAllowed(Set<String> allowed) {
            super(405, "method not allowed");
            this.allowed = allowed;
        }
    }

    private void add(String verb, Path path, Object of, Method method) {
        Method other = taken.put(verb + " " + path.order(), method);
        if (other != null)
            throw new IllegalStateException(
                    verb + " " + path + " has two methods: " + other.getName() + " and " + method.getName());
        routes.add(new Route(verb, path, Handler.of(of, method, Request.class)));
    }

    private static List<Path> seen(String[] patterns) {
        List<Path> found = new ArrayList<>();
        for (String pattern : patterns) {
            boolean prefix = pattern.endsWith("/*");
            String base = prefix ? pattern.substring(0, pattern.length() - 2) : pattern;
            if (prefix) found.addAll(List.of(new Path(base + "/{rest...}"), new Path(base + "/")));
            if (!base.isEmpty()) found.add(new Path(base));
        }
        return found;
    }

    /** Methods of the class and of its ancestors, these first, in an order that does not change. */
    private static List<Method> declared(Class<?> type) {
        if (type == null || type == Object.class) return new ArrayList<>();
        List<Method> found = declared(type.getSuperclass());
        List<Method> own = new ArrayList<>(List.of(type.getDeclaredMethods()));
        own.removeIf(method -> method.isBridge() || method.isSynthetic());
        own.sort(Comparator.comparing(Method::getName));
        for (Method method : own) found.removeIf(above -> overrides(method, above));
        found.addAll(own);
        return found;
    }

    private static boolean overrides(Method method, Method above) {
        return above.getName().equals(method.getName())
                && List.of(above.getParameterTypes()).equals(List.of(method.getParameterTypes()));
    }
}
