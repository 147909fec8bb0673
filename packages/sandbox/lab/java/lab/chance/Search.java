package lab.chance;

import java.util.function.ToIntFunction;

/** Finds the state of a generator from its outputs: the part that an output shows is known, the rest is tried. */
final class Search {
    private static final long TRIES_MAX = 1L << 33;

    private Search() {}

    /** After nextInt(): 16 bits are hidden. Null where no state gives these outputs. */
    static Lcg ofInts(int[] seen) {
        long shown = Integer.toUnsignedLong(seen[0]) << 16;
        for (long hidden = 0; hidden < 1L << 16; hidden++) {
            Lcg found = replay(shown | hidden, seen, one -> one.next(32));
            if (found != null) return found;
        }
        return null;
    }

    /**
     * After nextInt(bound), where bound = 2^even * odd. Modulo 2^(17 + even), the state follows from itself alone, and
     * each output shows all but its lower 17 bits: these are found first, the upper ones after.
     */
    static Lcg ofBounded(int bound, int[] seen) {
        int even = Integer.numberOfTrailingZeros(bound);
        long tries = (1L << 31) / bound << Math.max(0, 17 - even * (seen.length - 1));
        if (bound >> even == 1 || tries > TRIES_MAX)
            throw new IllegalArgumentException("too little: a bound of " + bound + " and " + seen.length + " values");
        for (long low = 0; low < 1L << 17; low++) {
            if (!lowFits(low, even, seen)) continue;
            for (long shown = seen[0]; shown < 1L << 31; shown += bound) {
                // Most guesses end here; a rejected output, one in thousands, is not followed.
                if ((int) (Lcg.after(shown << 17 | low) >>> 17) % bound != seen[1]) continue;
                Lcg found = replay(shown << 17 | low, seen, one -> one.below(bound));
                if (found != null) return found;
            }
        }
        return null;
    }

    private static boolean lowFits(long low, int even, int[] seen) {
        long mask = (1L << even) - 1;
        long state = (seen[0] & mask) << 17 | low;
        for (int at = 1; at < seen.length; at++) {
            state = Lcg.after(state);
            if ((state >>> 17 & mask) != (seen[at] & mask)) return false;
        }
        return true;
    }

    /** After (int) (Math.random() * bound), which takes two steps of the generator and shows the upper bits of one. */
    static Lcg ofScaled(int bound, int[] seen) {
        long from = firstOf(seen[0], bound);
        long to = firstOf(seen[0] + 1, bound);
        if (to - from > TRIES_MAX) throw new IllegalArgumentException("too little: a bound of " + bound);
        long nextFrom = firstOf(seen[1], bound);
        long nextTo = firstOf(seen[1] + 1, bound);
        for (long state = from; state < to; state++) {
            long next = Lcg.after(Lcg.after(state));
            if (next < nextFrom || next >= nextTo) continue;
            Lcg found = replay(Lcg.after(state), seen, one -> one.scaled(bound));
            if (found != null) return found;
        }
        return null;
    }

    /** The least state whose output, scaled, is the value. */
    private static long firstOf(int value, int bound) {
        return (long) Math.ceil(Math.scalb((double) value, Lcg.BITS) / bound);
    }

    /** The generator after the last output, if it gives all that follow the first. */
    private static Lcg replay(long state, int[] seen, ToIntFunction<Lcg> next) {
        Lcg guess = new Lcg(state & Lcg.MASK);
        for (int at = 1; at < seen.length; at++) if (next.applyAsInt(guess) != seen[at]) return null;
        return guess;
    }
}
