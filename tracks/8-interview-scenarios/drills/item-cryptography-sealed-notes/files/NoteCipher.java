package example.notes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

final class NoteCipher {
    private static final int TAG_BITS = 128;
    private final SecretKey key;
    private final byte[] nonce = new byte[12];

    NoteCipher(SecretKey key) {
        this.key = key;
        new SecureRandom().nextBytes(nonce);
    }

    byte[] seal(String customer, String note) throws GeneralSecurityException {
        byte[] plain = note.getBytes(StandardCharsets.UTF_8);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec spec = new GCMParameterSpec(TAG_BITS, nonce);
        cipher.init(Cipher.ENCRYPT_MODE, key, spec);
        cipher.updateAAD(customer.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = cipher.doFinal(plain);
        ByteBuffer out = ByteBuffer.allocate(nonce.length + sealed.length);
        return out.put(nonce).put(sealed).array();
    }
}
