package driver;

import java.io.ObjectInputFilter;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;

/**
 * State of the whole process that one case could leave to the next, and the environment of the world. The
 * process is started with the packages opened that this needs; what cannot be reached stays as it is.
 */
final class Leftovers {
    private static final Properties properties = (Properties) System.getProperties().clone();
    private static final TimeZone zone = TimeZone.getDefault();
    private static final Locale locale = Locale.getDefault();

    private Leftovers() {}

    static void clear(Map<?, ?> environment) {
        System.setProperties((Properties) properties.clone());
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
        Output.restore();
        try {
            // The JDK lets this be set once; the next case loads the program afresh, and it sets it again.
            set(ObjectInputFilter.Config.class, "serialFilter");
        } catch (ReflectiveOperationException | RuntimeException error) {
            // Another JDK keeps it elsewhere.
        }
        setEnvironment(environment);
    }

    private static void set(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(null, null);
    }

    /** System.getenv reads a map that is private to the JDK. */
    private static void setEnvironment(Map<?, ?> environment) {
        Map<String, String> wanted = new HashMap<>();
        environment.forEach((name, value) -> wanted.put((String) name, (String) value));
        try {
            Map<String, String> known = System.getenv();
            Field inner = known.getClass().getDeclaredField("m");
            inner.setAccessible(true);
            @SuppressWarnings("unchecked")
            Map<String, String> held = (Map<String, String>) inner.get(known);
            held.clear();
            held.putAll(wanted);
        } catch (ReflectiveOperationException | RuntimeException error) {
            if (!wanted.isEmpty()) throw new IllegalStateException("this JDK lets no environment be set", error);
        }
    }
}
