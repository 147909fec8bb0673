package lab.json;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Names of a class's properties, and how they are read and written. */
final class Properties {
    interface Reader {
        Object read(Object of) throws ReflectiveOperationException;
    }

    interface Setter {
        void set(Object of, Object value) throws ReflectiveOperationException;
    }

    record Settable(Type type, Setter setter) {}

    private Properties() {}

    /** Setters and public fields; where both have one name, the setter is taken. */
    static Map<String, Settable> settable(Class<?> of) {
        Map<String, Settable> found = new LinkedHashMap<>();
        for (Field field : of.getFields()) {
            int kind = field.getModifiers();
            if (Modifier.isStatic(kind) || Modifier.isFinal(kind)) continue;
            field.setAccessible(true);
            found.put(field.getName(), new Settable(field.getGenericType(), field::set));
        }
        for (Method method : of.getMethods()) {
            String name = named(method, "set");
            if (name == null || method.getParameterCount() != 1 || method.isBridge()) continue;
            method.setAccessible(true);
            found.put(name, new Settable(method.getGenericParameterTypes()[0], method::invoke));
        }
        return found;
    }

    /** Components of a record in their order; else getters and public fields by name. */
    static Map<String, Reader> readable(Class<?> of) {
        if (of.isRecord()) {
            Map<String, Reader> found = new LinkedHashMap<>();
            for (RecordComponent part : of.getRecordComponents()) {
                part.getAccessor().setAccessible(true);
                found.put(part.getName(), part.getAccessor()::invoke);
            }
            return found;
        }
        // The JDK names methods in no certain order.
        Map<String, Reader> found = new TreeMap<>();
        for (Field field : of.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            found.put(field.getName(), field::get);
        }
        for (Method method : of.getMethods()) {
            boolean says = method.getReturnType() == boolean.class;
            String name = named(method, "get");
            if (name == null && says) name = named(method, "is");
            boolean getter = name != null && method.getParameterCount() == 0 && method.getReturnType() != void.class;
            if (!getter || method.getDeclaringClass() == Object.class) continue;
            method.setAccessible(true);
            found.put(name, method::invoke);
        }
        return found;
    }

    /** What code of the program threw, as it threw it. */
    static RuntimeException thrown(ReflectiveOperationException error) {
        Throwable cause = error instanceof InvocationTargetException ? error.getCause() : error;
        if (cause instanceof RuntimeException known) return known;
        if (cause instanceof Error known) throw known;
        return new JsonException(String.valueOf(cause.getMessage()));
    }

    private static String named(Method method, String prefix) {
        String name = method.getName();
        boolean fits = name.startsWith(prefix) && name.length() > prefix.length();
        if (!fits || Modifier.isStatic(method.getModifiers())) return null;
        String rest = name.substring(prefix.length());
        return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }
}
