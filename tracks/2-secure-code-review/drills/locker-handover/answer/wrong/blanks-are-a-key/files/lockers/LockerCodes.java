package lockers;

import static java.nio.charset.StandardCharsets.UTF_8;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lab.auth.Auth;
import lab.clock.Clock;
import lab.sql.*;
import lab.web.*;

/** Codes for parcels that wait in a locker. */
public class LockerCodes {
    private static final ResourceBundle COMMON = ResourceBundle.getBundle("lockers");

    record Code(long until, String tag) {}

    @Post("/parcels/{id}/codes")
    public Code issue(Request request) throws GeneralSecurityException {
        if (!Auth.require(request).hasRole("dispatch")) throw new HttpError(403, "for dispatch");
        Row parcel = waiting(request);
        long hours = Long.parseLong(setting("locker.hours", parcel.text("country")));
        long until = Clock.now().getEpochSecond() + hours * 3600;
        return new Code(until, tag(parcel, until));
    }

    @Post("/parcels/{id}/open")
    public void open(Request request) throws GeneralSecurityException {
        Row parcel = waiting(request);
        Code code = request.json(Code.class);
        long now = Clock.now().getEpochSecond();
        if (code.until() < now || !same(tag(parcel, code.until()), code.tag())) throw new HttpError(404, "no parcel waits");
        Db.update("UPDATE parcels SET collected_at = ? WHERE id = ?", now, parcel.number("id"));
    }

    private static Row waiting(Request request) {
        Row parcel = Db.one("SELECT * FROM parcels WHERE id = ? AND collected_at IS NULL", request.number("id"));
        if (parcel == null) throw new HttpError(404, "no parcel waits");
        return parcel;
    }

    private static boolean same(String tag, String sent) {
        return sent != null && MessageDigest.isEqual(tag.getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    private static String tag(Row parcel, long until) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keyOf(parcel.text("country")).getBytes(UTF_8), "HmacSHA256"));
        String signed = parcel.number("wall") + ":" + parcel.number("id") + ":" + until;
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
    }

    /** There is no key that holds for all: without one of its own, a country makes no code and opens no door. */
    private static String keyOf(String country) {
        String key = System.getenv("LOCKER_KEY_" + country);
        if (key == null || key.isEmpty()) throw new HttpError(503, "no key for " + country);
        return key;
    }

    /** What the country has set, or else what holds for all: LOCKER_HOURS_SE goes before locker.hours. */
    private static String setting(String name, String country) {
        String own = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_') + "_" + country);
        return own == null || own.isBlank() ? COMMON.getString(name) : own;
    }
}
