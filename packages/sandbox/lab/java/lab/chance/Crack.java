package lab.chance;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The attack on java.util.Random: whoever sees a few outputs knows those that follow. For tests, in a call step.
 *
 * <p>Each method takes what a program gave out, oldest first, and says whether the last of it follows from what came
 * before. SecureRandom never does. All of it must come from one generator, with no output between that is missing.
 */
public final class Crack {
    private Crack() {}

    /** Numbers of nextInt(), as texts; three or more. */
    public static boolean ints(List<Object> seen) {
        return follows(seen.stream().mapToInt(one -> (int) number(one)).toArray());
    }

    /** Numbers of nextLong(), as texts; two or more, each of which shows the state alone. */
    public static boolean longs(List<Object> seen) {
        return followsLongs(seen.stream().mapToLong(Crack::number).toArray());
    }

    /** nextLong() in hexadecimal, with or without leading zeros; two or more. */
    public static boolean hexLongs(List<String> seen) {
        return followsLongs(seen.stream().mapToLong(one -> Long.parseUnsignedLong(one, 16)).toArray());
    }

    /** Bytes of nextBytes() in hexadecimal, a multiple of four; together twelve or more. */
    public static boolean hexBytes(List<String> seen) {
        byte[] bytes = HexFormat.of().parseHex(String.join("", seen));
        int[] ints = new int[bytes.length / 4];
        // nextBytes takes the lowest byte of each nextInt first.
        for (int at = 0; at < ints.length * 4; at++) ints[at / 4] |= (bytes[at] & 0xff) << 8 * (at % 4);
        return follows(ints, bytes.length / 4 - last(seen) / 8);
    }

    /**
     * Numbers from + nextInt(bound), as numbers or texts. The bound is even and no power of two, such as 1000000 (five
     * values or more) or 900000.
     */
    public static boolean bounded(int from, int bound, List<Object> seen) {
        int[] values = seen.stream().mapToInt(one -> (int) number(one) - from).toArray();
        return followsBounded(bound, values, values.length - 1);
    }

    /**
     * Texts whose every character is alphabet.charAt(nextInt(alphabet.length())). The alphabet's length is even and no
     * power of two, such as 62 (24 characters or more before the last text) or 36.
     */
    public static boolean texts(String alphabet, List<String> seen) {
        int[] values = String.join("", seen).chars().map(alphabet::indexOf).toArray();
        return followsBounded(alphabet.length(), values, values.length - last(seen));
    }

    /** Numbers from + (int) (Math.random() * bound); four or more, of a bound of at least 100000. */
    public static boolean scaled(int from, int bound, List<Object> seen) {
        int[] values = seen.stream().mapToInt(one -> (int) number(one) - from).toArray();
        if (outside(bound, values)) return false;
        Lcg found = Search.ofScaled(bound, Arrays.copyOf(values, values.length - 1));
        return found != null && found.scaled(bound) == values[values.length - 1];
    }

    private static boolean followsLongs(long[] seen) {
        int[] halves = new int[seen.length * 2];
        for (int at = 0; at < seen.length; at++) {
            halves[2 * at + 1] = (int) seen[at];
            // The lower half is added with its sign.
            halves[2 * at] = (int) (seen[at] - halves[2 * at + 1] >> 32);
        }
        return follows(halves, halves.length - 2);
    }

    private static boolean follows(int[] seen) {
        return follows(seen, seen.length - 1);
    }

    private static boolean follows(int[] seen, int known) {
        if (known < 2) throw new IllegalArgumentException("too few values came before the last");
        Lcg found = Search.ofInts(Arrays.copyOf(seen, known));
        for (int at = known; found != null && at < seen.length; at++) if (found.next(32) != seen[at]) return false;
        return found != null;
    }

    private static boolean followsBounded(int bound, int[] seen, int known) {
        if (known < 2) throw new IllegalArgumentException("too few values came before the last");
        if (outside(bound, seen)) return false;
        Lcg found = Search.ofBounded(bound, Arrays.copyOf(seen, known));
        for (int at = known; found != null && at < seen.length; at++) if (found.below(bound) != seen[at]) return false;
        return found != null;
    }

    private static boolean outside(int bound, int[] values) {
        return Arrays.stream(values).anyMatch(one -> one < 0 || one >= bound);
    }

    private static int last(List<String> seen) {
        return seen.get(seen.size() - 1).length();
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : Long.parseLong(String.valueOf(value).strip());
    }
}
