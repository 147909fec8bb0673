package lab.passwords;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as PBKDF2 with HMAC-SHA-256 and a random salt: "pbkdf2$rounds$salt$hash". */
public final class Passwords {
    /** Few, so that tests are quick: a real service takes 600,000. */
    private static final int ROUNDS = 1_000;

    private static final int ROUNDS_MAX = 1_000_000;
    private static final HexFormat HEX = HexFormat.of();

    private Passwords() {}

    /** A text to store; every call makes another one. */
    public static String hash(String password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return "pbkdf2$" + ROUNDS + "$" + HEX.formatHex(salt) + "$" + HEX.formatHex(derive(password, salt, ROUNDS));
    }

    /** Whether the stored text was made of this password; false where either is null or it has another form. */
    public static boolean verify(String password, String stored) {
        if (password == null || stored == null) return false;
        String[] parts = stored.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals("pbkdf2")) return false;
        try {
            int rounds = Integer.parseInt(parts[1]);
            if (rounds < 1 || rounds > ROUNDS_MAX) return false;
            return MessageDigest.isEqual(HEX.parseHex(parts[3]), derive(password, HEX.parseHex(parts[2]), rounds));
        } catch (IllegalArgumentException error) {
            return false;
        }
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }
}
