package driver;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Standard output and error: they leave as frames, in order with the report, and are kept for a log step. */
public final class Output {
    /** Takes a kind of frame and its bytes. */
    public interface Sink {
        void accept(char kind, byte[] bytes);
    }

    private static final int KEPT_MAX_BYTES = 256 * 1024;
    private static final int LINES_MAX = 5_000;
    private static final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private static PrintStream out;
    private static PrintStream err;

    private Output() {}

    public static void replaceSystemStreams(Sink sink) {
        out = stream('O', sink);
        err = stream('E', sink);
        Runtime.getRuntime().addShutdownHook(new Thread(Output::flush));
        restore();
    }

    /** Puts the streams back that a program replaced. */
    static void restore() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(out);
        System.setErr(err);
    }

    /** A new case begins. */
    static void forget() {
        flush();
        synchronized (kept) {
            kept.reset();
        }
    }

    /** A program may have put streams of its own in their place, or none. */
    static void flush() {
        for (PrintStream one : new PrintStream[] {System.out, System.err, out, err}) {
            if (one != null) one.flush();
        }
    }

    /** What was printed or logged in this case, both streams in the order in which they were written. */
    static List<String> lines() {
        flush();
        String text;
        synchronized (kept) {
            text = kept.toString(StandardCharsets.UTF_8);
        }
        return text.lines().limit(LINES_MAX).toList();
    }

    private static PrintStream stream(char kind, Sink sink) {
        OutputStream frames = new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                byte[] part = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
                sink.accept(kind, part);
                synchronized (kept) {
                    if (kept.size() + length <= KEPT_MAX_BYTES) kept.write(part, 0, length);
                }
            }
        };
        return new PrintStream(new BufferedOutputStream(frames, 4_096), true, StandardCharsets.UTF_8);
    }
}
