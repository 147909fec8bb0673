package lab.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time as the program sees it. It runs like the real clock, in UTC, until a test freezes or moves it. */
public final class Clock extends java.time.Clock {
    private static final Clock UTC = new Clock(ZoneOffset.UTC);
    private static volatile Instant frozen;
    private static volatile Duration ahead = Duration.ZERO;

    private final ZoneId zone;

    private Clock(ZoneId zone) {
        this.zone = zone;
    }

    /** The time now. */
    public static Instant now() {
        Instant start = frozen;
        return (start == null ? Instant.now() : start).plus(ahead);
    }

    /** The clock, for what takes a java.time.Clock: LocalDate.now(Clock.utc()). */
    public static Clock utc() {
        return UTC;
    }

    /** Stops the clock at a number of seconds since 1970. */
    public static void freeze(double seconds) {
        ahead = Duration.ZERO;
        frozen = Instant.EPOCH.plus(span(seconds));
    }

    /** Moves the clock forward. */
    public static void advance(double seconds) {
        ahead = ahead.plus(span(seconds));
    }

    /** Back to real time. */
    public static void reset() {
        ahead = Duration.ZERO;
        frozen = null;
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public java.time.Clock withZone(ZoneId other) {
        return new Clock(other);
    }

    private static Duration span(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
