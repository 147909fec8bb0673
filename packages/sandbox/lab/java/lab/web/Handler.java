package lab.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** An annotated method and the object that it is called on. */
record Handler(Object on, Method method) {
    /** Checks what the method takes, so that a mistake shows when the program loads. */
    static Handler of(Object on, Method method, Class<?>... takes) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == takes.length;
        for (int at = 0; fits && at < types.length; at++) {
            // An exception's method takes a narrower type than Throwable.
            fits = takes[at] == Throwable.class ? takes[at].isAssignableFrom(types[at]) : types[at] == takes[at];
        }
        if (!fits) {
            String wanted = String.join(", ", Arrays.stream(takes).map(Class::getSimpleName).toList());
            throw new IllegalStateException(method.getName() + " must take (" + wanted + ")");
        }
        method.setAccessible(true);
        return new Handler(on, method);
    }

    /** Calls the method and throws what it throws. */
    Object call(Object... values) throws Throwable {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException error) {
            throw error.getCause();
        }
    }

    /** Whether the last parameter can take the value. */
    boolean accepts(Object value) {
        return last().isInstance(value);
    }

    /** How many types stand above the last parameter's: the more, the more special it is. */
    int generality() {
        int above = 0;
        for (Class<?> type = last(); type != null; type = type.getSuperclass()) above++;
        return above;
    }

    private Class<?> last() {
        Class<?>[] types = method.getParameterTypes();
        return types[types.length - 1];
    }
}
