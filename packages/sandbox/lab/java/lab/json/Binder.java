package lab.json;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits JSON values into types of the program. */
final class Binder {
    private Binder() {}

    static Object bind(Object value, Type type, String where) {
        if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            return into(value, (Class<?>) generic.getRawType(), inner[inner.length - 1], where);
        }
        if (type instanceof WildcardType any) return bind(value, any.getUpperBounds()[0], where);
        return type instanceof Class<?> plain ? into(value, plain, Object.class, where) : value;
    }

    private static Object into(Object value, Class<?> type, Type inner, String where) {
        if (type == Object.class) return value;
        if (value == null) return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
        if (Scalars.knows(type)) return Scalars.of(value, type, where);
        if (type.isArray()) return array(list(value, where), type.getComponentType(), where);
        if (type.isAssignableFrom(Map.class) || type == LinkedHashMap.class) return map(value, inner, where);
        if (type.isAssignableFrom(List.class) || type == ArrayList.class)
            return fill(new ArrayList<>(), list(value, where), inner, where);
        if (type == Set.class || type == LinkedHashSet.class)
            return fill(new LinkedHashSet<>(), list(value, where), inner, where);
        if (!(value instanceof Map<?, ?> found)) throw new JsonException(where + " must be an object");
        try {
            return type.isRecord() ? record(found, type, where) : bean(found, type, where);
        } catch (ReflectiveOperationException error) {
            throw Properties.thrown(error);
        }
    }

    private static Object record(Map<?, ?> from, Class<?> type, String where) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        for (int at = 0; at < parts.length; at++) {
            types[at] = parts[at].getType();
            String name = parts[at].getName();
            values[at] = bind(from.get(name), parts[at].getGenericType(), name);
        }
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        return canonical.newInstance(values);
    }

    private static Object bean(Map<?, ?> from, Class<?> type, String where) throws ReflectiveOperationException {
        Constructor<?> empty;
        try {
            empty = type.getDeclaredConstructor();
        } catch (NoSuchMethodException error) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without arguments", error);
        }
        empty.setAccessible(true);
        Object made = empty.newInstance();
        Map<String, Properties.Settable> known = Properties.settable(type);
        for (Map.Entry<?, ?> entry : from.entrySet()) {
            String name = (String) entry.getKey();
            Properties.Settable property = known.get(name);
            if (property != null) property.setter().set(made, bind(entry.getValue(), property.type(), name));
        }
        return made;
    }

    private static Object map(Object value, Type inner, String where) {
        if (!(value instanceof Map<?, ?> found)) throw new JsonException(where + " must be an object");
        Map<String, Object> made = new LinkedHashMap<>();
        found.forEach((name, one) -> made.put((String) name, bind(one, inner, (String) name)));
        return made;
    }

    private static Object array(List<?> from, Class<?> type, String where) {
        Object made = Array.newInstance(type, from.size());
        for (int at = 0; at < from.size(); at++) Array.set(made, at, bind(from.get(at), type, where));
        return made;
    }

    private static Object fill(Collection<Object> made, List<?> from, Type inner, String where) {
        for (Object one : from) made.add(bind(one, inner, where));
        return made;
    }

    private static List<?> list(Object value, String where) {
        if (value instanceof List<?> found) return found;
        throw new JsonException(where + " must be a list");
    }
}
