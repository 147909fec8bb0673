package driver;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls a method with arguments that come as JSON. */
final class Arguments {
    private Arguments() {}

    /** target: class#method, static or on a new instance. Of several methods, the first that takes the arguments. */
    static Object call(Loader loader, String target, List<?> args) throws Throwable {
        int at = Math.max(target.indexOf('#'), target.indexOf(':'));
        Class<?> type = loader.find(target.substring(0, at));
        IllegalArgumentException refused = null;
        for (Method method : type.getDeclaredMethods()) {
            if (!method.getName().equals(target.substring(at + 1)) || method.isSynthetic()) continue;
            if (method.getParameterCount() != args.size()) continue;
            Object[] taken;
            try {
                taken = taken(method.getGenericParameterTypes(), args);
            } catch (IllegalArgumentException error) {
                refused = error;
                continue;
            }
            return invoke(type, method, taken);
        }
        if (refused != null) throw refused;
        throw new NoSuchMethodException(target + " with " + args.size() + " parameters");
    }

    private static Object invoke(Class<?> type, Method method, Object[] taken) throws Throwable {
        method.setAccessible(true);
        try {
            return method.invoke(Modifier.isStatic(method.getModifiers()) ? null : make(type), taken);
        } catch (InvocationTargetException error) {
            throw error.getCause();
        }
    }

    /** A new instance by the constructor without parameters; what it throws comes out as it is. */
    static Object make(Class<?> type) throws Throwable {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException error) {
            throw error.getCause();
        }
    }

    private static Object[] taken(Type[] types, List<?> args) {
        Object[] taken = new Object[types.length];
        for (int at = 0; at < types.length; at++) taken[at] = as(types[at], args.get(at));
        return taken;
    }

    /** The value as this type. Throws IllegalArgumentException where it has no such shape. */
    private static Object as(Type wanted, Object value) {
        Type[] inner = wanted instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
        Class<?> type = classOf(wanted);
        if (value == null && !type.isPrimitive()) return null;
        if (type == Object.class) return value;
        if (value instanceof Number number) return number(type, number);
        if (value instanceof Boolean && (type == boolean.class || type == Boolean.class)) return value;
        if (value instanceof String text) return text(type, text);
        if (value instanceof List<?> many) return many(type, inner, many);
        if (value instanceof Map<?, ?> map) return object(type, inner, map);
        throw new IllegalArgumentException("cannot give " + value + " as " + wanted.getTypeName());
    }

    private static Class<?> classOf(Type type) {
        if (type instanceof Class<?> plain) return plain;
        if (type instanceof ParameterizedType generic) return (Class<?>) generic.getRawType();
        return Object.class;
    }

    private static Object number(Class<?> type, Number number) {
        boolean whole = !(number instanceof Double) && !(number instanceof BigDecimal);
        if (type == double.class || type == Double.class || type == Number.class) return number.doubleValue();
        if (type == float.class || type == Float.class) return number.floatValue();
        if (type == BigDecimal.class) return new BigDecimal(number.toString());
        if (whole && (type == long.class || type == Long.class)) return number.longValue();
        boolean small = whole && number.longValue() == number.intValue();
        if (small && (type == int.class || type == Integer.class)) return number.intValue();
        if (small && (type == short.class || type == Short.class)) return number.shortValue();
        if (small && (type == byte.class || type == Byte.class)) return number.byteValue();
        if (whole && type == BigInteger.class) return new BigInteger(number.toString());
        throw new IllegalArgumentException("cannot give the number " + number + " as " + type.getName());
    }

    private static Object text(Class<?> type, String text) {
        if (type.isAssignableFrom(String.class)) return text;
        if (type == byte[].class) return text.getBytes(StandardCharsets.UTF_8);
        if (type == char[].class) return text.toCharArray();
        if (type == BigDecimal.class) return new BigDecimal(text);
        if (type == java.nio.file.Path.class) return java.nio.file.Path.of(text);
        if (type == java.time.Instant.class) return java.time.Instant.parse(text);
        if ((type == char.class || type == Character.class) && text.length() == 1) return text.charAt(0);
        if (type.isEnum()) {
            for (Object one : type.getEnumConstants()) if (((Enum<?>) one).name().equals(text)) return one;
        }
        throw new IllegalArgumentException("cannot give a text as " + type.getName());
    }

    private static Object many(Class<?> type, Type[] inner, List<?> many) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), many.size());
            for (int at = 0; at < many.size(); at++) Array.set(array, at, as(type.getComponentType(), many.get(at)));
            return array;
        }
        List<Object> items = new ArrayList<>();
        for (Object one : many) items.add(as(inner.length == 1 ? inner[0] : Object.class, one));
        if (type.isAssignableFrom(ArrayList.class)) return items;
        if (type.isAssignableFrom(LinkedHashSet.class) && Set.class.isAssignableFrom(type)) return new LinkedHashSet<>(items);
        throw new IllegalArgumentException("cannot give a list as " + type.getName());
    }

    private static Object object(Class<?> type, Type[] inner, Map<?, ?> map) {
        if (type == byte[].class && map.get("$base64") instanceof String text) return Base64.getDecoder().decode(text);
        if (type.isAssignableFrom(LinkedHashMap.class)) {
            Map<Object, Object> fields = new LinkedHashMap<>();
            map.forEach((name, one) -> fields.put(name, as(inner.length == 2 ? inner[1] : Object.class, one)));
            return fields;
        }
        try {
            return type.isRecord() ? record(type, map) : bean(type, map);
        } catch (IllegalArgumentException error) {
            throw error;
        } catch (Throwable error) {
            throw new IllegalArgumentException("cannot make a " + type.getName() + " of an object", error);
        }
    }

    private static Object record(Class<?> type, Map<?, ?> map) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int at = 0; at < parts.length; at++) {
            values[at] = as(parts[at].getGenericType(), map.get(parts[at].getName()));
        }
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object bean(Class<?> type, Map<?, ?> map) throws Throwable {
        Object made = make(type);
        for (var entry : map.entrySet()) {
            Field field = type.getDeclaredField((String) entry.getKey());
            field.setAccessible(true);
            field.set(made, as(field.getGenericType(), entry.getValue()));
        }
        return made;
    }
}
