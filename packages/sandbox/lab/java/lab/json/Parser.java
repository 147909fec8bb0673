package lab.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one document, character by character. */
final class Parser {
    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
        this.text = text;
    }

    Object document() {
        Object value = value();
        space();
        if (at < text.length()) throw wrong("something after the end");
        return value;
    }

    private Object value() {
        space();
        char next = peek();
        return switch (next) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> found = new LinkedHashMap<>();
        if (!ends('}')) {
            do {
                space();
                if (peek() != '"') throw wrong("a name expected");
                String name = string();
                space();
                take(':');
                found.put(name, value());
            } while (more('}'));
        }
        depth--;
        return found;
    }

    private List<Object> array() {
        enter();
        List<Object> found = new ArrayList<>();
        if (!ends(']')) {
            do found.add(value());
            while (more(']'));
        }
        depth--;
        return found;
    }

    private void enter() {
        if (++depth > Json.DEPTH_MAX) throw new JsonException("nested deeper than " + Json.DEPTH_MAX);
        at++;
    }

    private boolean ends(char end) {
        space();
        if (peek() != end) return false;
        at++;
        return true;
    }

    /** True after a comma, false after the end. */
    private boolean more(char end) {
        space();
        if (peek() == ',') {
            at++;
            return true;
        }
        take(end);
        return false;
    }

    private String string() {
        take('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char next = peek();
            at++;
            if (next == '"') return out.toString();
            if (next < ' ') throw wrong("a control character in a string");
            out.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() {
        char next = peek();
        at++;
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unit() {
        int code = 0;
        for (int count = 0; count < 4; count++) {
            char digit = peek();
            int worth = digit < 128 ? Character.digit(digit, 16) : -1;
            if (worth < 0) throw wrong("four hexadecimal digits expected");
            code = code * 16 + worth;
            at++;
        }
        return (char) code;
    }

    private Object number() {
        int start = at;
        if (peek() == '-') at++;
        if (peek() == '0') at++;
        else digits();
        boolean whole = true;
        if (at < text.length() && text.charAt(at) == '.') {
            whole = false;
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            whole = false;
            at++;
            if (peek() == '+' || peek() == '-') at++;
            digits();
        }
        return whole ? whole(text.substring(start, at)) : fraction(text.substring(start, at));
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at == start) throw wrong("a value expected");
    }

    private Object whole(String digits) {
        if (digits.length() < 19) return Long.parseLong(digits);
        // The conversion takes quadratic time.
        if (digits.length() > 1000) throw wrong("a number that is too long");
        BigInteger number = new BigInteger(digits);
        if (number.bitLength() < 64) return number.longValue();
        return number;
    }

    private Double fraction(String digits) {
        double number = Double.parseDouble(digits);
        // An infinite amount passes every check of a lower bound.
        if (Double.isInfinite(number)) throw wrong("a number that is too large");
        return number;
    }

    private Object word(String name, Object value) {
        if (!text.startsWith(name, at)) throw wrong("a value expected");
        at += name.length();
        return value;
    }

    private void take(char wanted) {
        if (peek() != wanted) throw wrong("'" + wanted + "' expected");
        at++;
    }

    private char peek() {
        if (at >= text.length()) throw wrong("it ends too early");
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private JsonException wrong(String what) {
        return new JsonException("not JSON at character " + (at + 1) + ": " + what);
    }
}
