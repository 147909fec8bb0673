package lab.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * An object of java.sql: its calls go to the method of a subclass with the same name and parameters, and what a
 * subclass lacks is not supported. The interfaces have some 400 methods; programs use thirty.
 */
abstract class Calls<T> implements InvocationHandler {
    private final Class<T> type;
    private boolean closed;

    Calls(Class<T> type) {
        this.type = type;
    }

    T proxy() {
        return type.cast(Proxy.newProxyInstance(Calls.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    public void close() throws SQLException {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public final Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method.getName(), args);
        String name = method.getName();
        if (closed && !name.equals("close") && !name.equals("isClosed"))
            throw new SQLException("the " + type.getSimpleName() + " is closed");
        Method found;
        try {
            found = getClass().getMethod(name, method.getParameterTypes());
        } catch (NoSuchMethodException error) {
            throw new SQLFeatureNotSupportedException(
                    type.getSimpleName() + "." + name + " is not supported by the lab");
        }
        try {
            found.setAccessible(true);
            return found.invoke(this, args);
        } catch (InvocationTargetException error) {
            throw error.getCause();
        }
    }

    private Object ofObject(Object proxy, String name, Object[] args) {
        if (name.equals("equals")) return proxy == args[0];
        return name.equals("hashCode") ? System.identityHashCode(proxy) : "lab " + type.getSimpleName();
    }
}
