package lab.chance;

/** The generator of java.util.Random: 48 bits of state, of which each output shows the upper ones. */
final class Lcg {
    static final int BITS = 48;
    static final long MASK = (1L << BITS) - 1;
    // Both are in the documentation of java.util.Random.next.
    private static final long FACTOR = 0x5DEECE66DL;
    private static final long STEP = 0xB;

    private long state;

    /** The generator right after the output that this state made. */
    Lcg(long state) {
        this.state = state;
    }

    static long after(long state) {
        return (state * FACTOR + STEP) & MASK;
    }

    int next(int bits) {
        state = after(state);
        return (int) (state >>> (BITS - bits));
    }

    /** nextInt(bound) for a bound that is no power of two. */
    int below(int bound) {
        while (true) {
            int value = next(31);
            int rest = value % bound;
            // The last, incomplete run of values is thrown away.
            if (value - rest + (bound - 1) >= 0) return rest;
        }
    }

    long nextLong() {
        return ((long) next(32) << 32) + next(32);
    }

    /** (int) (Math.random() * bound) */
    int scaled(int bound) {
        long bits = ((long) next(26) << 27) + next(27);
        return (int) (bits * 0x1.0p-53 * bound);
    }
}
