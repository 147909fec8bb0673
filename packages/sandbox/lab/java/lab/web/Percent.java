package lab.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, decoded once. */
final class Percent {
    private Percent() {}

    /** Bytes that are not UTF-8 become U+FFFD; an escape that is none answers 400. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) return text;
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] != '%') {
                out.write(raw[at]);
                continue;
            }
            int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
            int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
            if (high < 0 || low < 0) throw new HttpError(400, "the address holds a % that encodes nothing");
            out.write(high * 16 + low);
            at += 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
