package notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import java.nio.*;
import java.security.*;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.*;

/** Seals notes between recipient and courier: version, nonce, then the text with its tag, in hex. */
final class NoteCipher {
    private static final byte OLD = 1;
    private static final byte VERSION = 2;
    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretKeySpec OLD_KEY = keyFrom(System.getenv("NOTES_PASSPHRASE"));
    private static final SecretKeySpec KEY =
            new SecretKeySpec(HexFormat.of().parseHex(System.getenv("NOTES_DATA_KEY")), "AES");

    private NoteCipher() {}

    static String seal(long parcel, String note) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = gcm(Cipher.ENCRYPT_MODE, VERSION, parcel, nonce).doFinal(note.getBytes(UTF_8));
        ByteBuffer sealed = ByteBuffer.allocate(1 + NONCE_BYTES + text.length);
        return HexFormat.of().formatHex(sealed.put(VERSION).put(nonce).put(text).array());
    }

    /** The note; throws where this is no seal or was changed on its way. */
    static String open(long parcel, String sealed) throws GeneralSecurityException {
        try {
            ByteBuffer in = ByteBuffer.wrap(HexFormat.of().parseHex(sealed));
            byte version = in.get();
            if (version != VERSION && version != OLD) throw new GeneralSecurityException("a version that nobody made");
            byte[] nonce = new byte[NONCE_BYTES];
            in.get(nonce);
            byte[] text = new byte[in.remaining()];
            in.get(text);
            return new String(gcm(Cipher.DECRYPT_MODE, version, parcel, nonce).doFinal(text), UTF_8);
        } catch (IllegalArgumentException | BufferUnderflowException error) {
            throw new GeneralSecurityException("not a seal", error);
        }
    }

    static boolean isCurrent(String sealed) {
        return sealed.startsWith("02");
    }

    private static Cipher gcm(int mode, byte version, long parcel, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, version == OLD ? OLD_KEY : KEY, new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private static SecretKeySpec keyFrom(String passphrase) {
        try {
            return new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(passphrase.getBytes(UTF_8)), "AES");
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
