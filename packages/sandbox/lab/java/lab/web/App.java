package lab.web;

import java.lang.reflect.Constructor;
import java.util.Map;

/** Serves the annotated methods of an entry object and of the classes that it names with @Use. */
public final class App {
    private final Object entry;
    private final Routes routes = new Routes();

    private App(Object entry) {
        this.entry = entry;
    }

    /** Reads the routes of an object. Throws IllegalStateException where two contradict each other. */
    public static App of(Object entry) throws Throwable {
        App app = new App(entry);
        app.routes.read(entry);
        Use more = entry.getClass().getAnnotation(Use.class);
        if (more == null) return app;
        for (Class<?> type : more.value()) {
            Constructor<?> empty = type.getDeclaredConstructor();
            empty.setAccessible(true);
            try {
                app.routes.read(empty.newInstance());
            } catch (java.lang.reflect.InvocationTargetException error) {
                throw error.getCause();
            }
        }
        return app;
    }

    public Object entry() {
        return entry;
    }

    /** Serves one request; see lab.Internal#dispatch for the shapes. */
    public Map<String, Object> serve(Map<String, Object> raw) {
        Request request = new Request(raw);
        boolean withBody = !request.method().equals("HEAD");
        try {
            Response response = answer(request);
            for (Handler after : routes.afters) {
                if (after.call(request, response) instanceof Response other) response = other;
            }
            return response.raw(withBody, null);
        } catch (HttpError error) {
            return plain(error).raw(withBody, null);
        } catch (Throwable error) {
            return plain(new HttpError(500, "internal error")).raw(withBody, error);
        }
    }

    private Response answer(Request request) throws Throwable {
        try {
            return handle(request);
        } catch (Throwable error) {
            for (Handler handler : routes.catches) {
                if (handler.accepts(error)) return response(handler, handler.call(request, error));
            }
            if (error instanceof HttpError known) return plain(known);
            throw error;
        }
    }

    private Response handle(Request request) throws Throwable {
        for (Routes.Filter before : routes.befores) {
            Map<String, String> variables = before.match(request.segments());
            if (variables == null) continue;
            request.variables(variables);
            Object early = before.handler().call(request);
            if (early != null) return response(before.handler(), early);
        }
        Handler handler = routes.find(request).handler();
        Object result = handler.call(request);
        return handler.method().getReturnType() == void.class ? Response.of(204) : response(handler, result);
    }

    /** A Response as it is; any other value goes out as JSON. */
    private static Response response(Handler handler, Object result) {
        if (result instanceof Response made) return made;
        if (result == null) throw new IllegalStateException(handler.method().getName() + " returned null");
        return Response.json(result);
    }

    private static Response plain(HttpError error) {
        Response response = Response.json(error.status(), Map.of("error", String.valueOf(error.getMessage())));
        if (error instanceof Routes.MethodNotAllowed other) response.header("Allow", String.join(", ", other.allowed));
        return response;
    }
}
