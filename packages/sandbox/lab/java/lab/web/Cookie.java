package lab.web;

import java.time.Duration;

/** A cookie to set, with Path=/ unless it is told otherwise. Each method adds one attribute. */
public final class Cookie {
    private final String name;
    private final String value;
    private final StringBuilder attributes = new StringBuilder();
    private String path = "/";

    private Cookie(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"))
            throw new IllegalArgumentException("\"" + name + "\" is no name of a cookie");
        this.name = name;
        this.value = checked(value);
    }

    /** A cookie without attributes but its path. */
    public static Cookie of(String name, String value) {
        return new Cookie(name, value);
    }

    /** Tells the browser to forget the cookie. */
    public static Cookie expired(String name) {
        return of(name, "").maxAge(Duration.ZERO);
    }

    /** The value of a cookie in a Cookie header, or null. */
    static String sent(String header, String name) {
        if (header == null) return null;
        for (String part : header.split(";")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals(name)) return pair[1].replaceAll("^\"(.*)\"$", "$1");
        }
        return null;
    }

    public Cookie path(String path) {
        this.path = checked(path);
        return this;
    }

    public Cookie domain(String domain) {
        return add("Domain=" + checked(domain));
    }

    public Cookie maxAge(Duration maxAge) {
        return add("Max-Age=" + maxAge.toSeconds());
    }

    /** Strict, Lax or None. */
    public Cookie sameSite(String sites) {
        if (!sites.matches("(?i)strict|lax|none"))
            throw new IllegalArgumentException("SameSite is Strict, Lax or None, not " + sites);
        return add("SameSite=" + sites);
    }

    /** Sent over https only. */
    public Cookie secure() {
        return add("Secure");
    }

    /** Out of reach of scripts. */
    public Cookie httpOnly() {
        return add("HttpOnly");
    }

    /** The value of the Set-Cookie header. */
    @Override
    public String toString() {
        return name + "=" + value + "; Path=" + path + attributes;
    }

    private Cookie add(String attribute) {
        attributes.append("; ").append(attribute);
        return this;
    }

    /** A semicolon would begin an attribute, a line break a header. */
    private static String checked(String text) {
        if (text.matches("[\\x20-\\x7e&&[^;]]*")) return text;
        throw new IllegalArgumentException("a cookie cannot hold \";\" or what is not plain ASCII");
    }
}
