package driver;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import lab.Internal;

/**
 * Two requests at once, made certain: right before a chosen statement of the first, the second runs on a
 * thread of its own, until it has ended or waits for what the first one holds. Where that statement is the first
 * of a transaction, it runs before the transaction begins.
 */
final class Race {
    /** Waiting shorter than this may be for a class that is being loaded, and is no wait for the first. */
    private static final int WAITS_FOR_MS = 25;

    private final Supplier<Answer> second;
    private Answer answer;
    private Thread thread;

    private Race(Supplier<Answer> second) {
        this.second = second;
    }

    /** Gives both answers: first and second. */
    static Map<String, Answer> run(int at, Supplier<Answer> first, Supplier<Answer> second) throws InterruptedException {
        Race race = new Race(second);
        Thread own = Thread.currentThread();
        AtomicInteger statements = new AtomicInteger();
        Runnable before = () -> {
            if (Thread.currentThread() == own && statements.incrementAndGet() == at && race.thread == null) race.start();
        };
        Runnable beforeBegin = () -> {
            if (Thread.currentThread() == own && statements.get() + 1 == at && race.thread == null) race.start();
        };
        Internal.onStatement(before, beforeBegin);
        Answer answered;
        try {
            answered = first.get();
        } finally {
            Internal.onStatement(null, null);
        }
        if (race.thread == null) race.start();
        race.thread.join();
        return Map.of("first", answered, "second", race.answer);
    }

    private void start() {
        thread = new Thread(() -> answer = second.get(), "second request");
        thread.start();
        int waitedMs = 0;
        while (thread.isAlive() && waitedMs < WAITS_FOR_MS) {
            try {
                thread.join(1);
            } catch (InterruptedException error) {
                Thread.currentThread().interrupt();
                return;
            }
            waitedMs = isWaiting() ? waitedMs + 1 : 0;
        }
    }

    /** Sleeping is no waiting: it ends by itself. */
    private boolean isWaiting() {
        Thread.State state = thread.getState();
        if (state == Thread.State.TIMED_WAITING) {
            StackTraceElement[] stack = thread.getStackTrace();
            return stack.length == 0 || !stack[0].getMethodName().equals("sleep");
        }
        return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
    }
}
