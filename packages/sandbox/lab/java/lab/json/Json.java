package lab.json;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as RFC 8259 has it, with no extensions.
 *
 * <p>Objects are Map (in order; of a name that occurs twice the last value stays), arrays are List, whole numbers are
 * Long, or BigInteger where a Long is too small, and numbers with a fraction or an exponent are Double.
 */
public final class Json {
    /** Deeper nesting is refused, in both directions. */
    public static final int DEPTH_MAX = 100;

    private Json() {}

    /** The value of a text: Map, List, String, Long, BigInteger, Double, Boolean or null. */
    public static Object parse(String text) {
        return new Parser(text).document();
    }

    /** The value of a UTF-8 text. */
    public static Object parse(byte[] utf8) {
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException error) {
            throw new JsonException("the text is not UTF-8");
        }
    }

    /** The value of a text as an object of the class; see {@link #bind}. */
    public static <T> T parse(String text, Class<T> type) {
        return bind(parse(text), type);
    }

    /**
     * The value as an object of the class. A record gets its components; any other class is made by its constructor
     * without arguments, and every setter and public field whose name stands in the JSON is set. Names that the class
     * does not have are ignored. A value of another type than the property's is refused.
     */
    @SuppressWarnings("unchecked")
    public static <T> T bind(Object value, Class<T> type) {
        return (T) bind(value, (Type) type);
    }

    /** The same for a type with parameters, such as a field's List of orders. */
    public static Object bind(Object value, Type type) {
        return Binder.bind(value, type, "the body");
    }

    /**
     * The text of a value: Map, Collection, array, text, number, boolean, null, enum, record, or any other object by
     * its getters and public fields. Types of the JDK without a shape in JSON are written as their text.
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        new Writer(out).write(value, 0);
        return out.toString();
    }
}
