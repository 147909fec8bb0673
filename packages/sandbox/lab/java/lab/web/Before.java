package lab.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method sees a request before it is routed; what it returns, unless null, is the answer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Before {
    /** Paths that it sees, such as "/admin/*", which is /admin itself too, or "/orders/{id}"; all where it is left out. */
    String[] value() default {};
}
