package lab.auth;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that nobody guesses. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 128 bits in hexadecimal. */
    static String fresh() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
