package runner;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Frames between the host and this child, over standard input and output (without /proc a JVM opens no
 * other descriptor): four bytes of length, one byte of kind, the payload. Kinds: src/frames.ts.
 */
public final class Frames {
    /** One frame as it came. */
    public record Frame(char kind, byte[] payload) {
        /** The payload as text. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    private static final DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    private static final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private static final Object asking = new Object();

    private Frames() {}

    /** Blocks until one frame has arrived; null where the host has gone. */
    public static Frame read() {
        synchronized (asking) {
            try {
                int length = in.readInt();
                char kind = (char) in.readUnsignedByte();
                return new Frame(kind, in.readNBytes(length));
            } catch (EOFException gone) {
                return null;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Sends one frame, whole, whichever thread asks. */
    public static void write(char kind, byte[] payload) {
        byte[] frame = new byte[5 + payload.length];
        ByteBuffer.wrap(frame).putInt(payload.length).put((byte) kind).put(payload);
        synchronized (out) {
            try {
                out.write(frame);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Sends a text. */
    public static void write(char kind, String text) {
        write(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A call to the host and its reply; of several threads one after the other. */
    public static String call(String request) {
        synchronized (asking) {
            write('C', request);
            Frame reply = read();
            if (reply == null) throw new IllegalStateException("the host has gone");
            return reply.text();
        }
    }
}
