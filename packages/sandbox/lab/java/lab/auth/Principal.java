package lab.auth;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who is signed in. */
public final class Principal {
    private final Object id;
    private final Set<String> roles;
    private final Map<String, Object> claims;

    /** A principal with roles and with what else is known of it. */
    public Principal(Object id, Collection<String> roles, Map<String, Object> claims) {
        this.id = id instanceof Integer number ? (Object) number.longValue() : id;
        this.roles = java.util.Collections.unmodifiableSet(new TreeSet<>(roles));
        this.claims = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(claims));
    }

    /** The id as text. */
    public String id() {
        return String.valueOf(id);
    }

    /** The id where it is a whole number, as most are. */
    public long number() {
        if (id instanceof Long number) return number;
        throw new IllegalStateException("the id \"" + id + "\" is no number");
    }

    public Set<String> roles() {
        return roles;
    }

    public boolean hasRole(String name) {
        return roles.contains(name);
    }

    public Map<String, Object> claims() {
        return claims;
    }

    /** One claim, or null. */
    public Object claim(String name) {
        return claims.get(name);
    }

    @Override
    public String toString() {
        return "Principal " + id + " " + roles;
    }
}
