package notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.*;
import lab.auth.*;
import lab.sql.*;
import lab.web.*;

/** Notes from recipients to couriers. Depots pass them on and do not read them. */
public class NotesApi {
    private static final String TRANSPORT_SLOT = "aes-ecb-kw/7";
    private static final SecureRandom RANDOM = new SecureRandom();

    record Note(String note) {}
    record Sealed(String sealed) {}
    record Pass(String pass) {}

    @Put("/parcels/{id}/note")
    public void write(Request request) throws GeneralSecurityException {
        long parcel = ownParcel(request);
        String note = request.json(Note.class).note();
        if (note == null || note.isBlank() || note.length() > 300) throw new HttpError(422, "from 1 to 300 characters");
        Db.update("UPDATE parcels SET sealed = ? WHERE id = ?", NoteCipher.seal(parcel, note), parcel);
    }

    @Get("/parcels/{id}/note")
    public Response read(Request request) throws GeneralSecurityException {
        long reader = Auth.require(request).number();
        Row parcel = Db.one("SELECT sealed FROM parcels WHERE id = ? AND ? IN (recipient, courier)",
                request.number("id"), reader);
        if (parcel == null || parcel.text("sealed") == null) throw new HttpError(404, "no note");
        return Response.json(Map.of("note", NoteCipher.open(request.number("id"), parcel.text("sealed"))));
    }

    @Get("/parcels/{id}/sealed")
    public Response passOn(Request request) {
        requireDepot(request);
        Row parcel = Db.one("SELECT sealed FROM parcels WHERE id = ?", request.number("id"));
        if (parcel == null || parcel.text("sealed") == null) throw new HttpError(404, "no note");
        return Response.json(Map.of("sealed", parcel.text("sealed"), "transport", TRANSPORT_SLOT));
    }

    @Put("/parcels/{id}/sealed")
    public void takeOver(Request request) {
        requireDepot(request);
        String sealed = Objects.requireNonNullElse(request.json(Sealed.class).sealed(), "");
        try {
            if (!NoteCipher.isCurrent(sealed)) throw new HttpError(422, "a seal from before");
            NoteCipher.open(request.number("id"), sealed);
        } catch (GeneralSecurityException error) {
            throw new HttpError(422, "not a seal of ours");
        }
        if (Db.update("UPDATE parcels SET sealed = ? WHERE id = ?", sealed, request.number("id")) == 0)
            throw new HttpError(404, "no such parcel");
    }

    @Post("/parcels/{id}/passes")
    public Response lend(Request request) throws GeneralSecurityException {
        byte[] pass = new byte[16];
        RANDOM.nextBytes(pass);
        String text = HexFormat.of().formatHex(pass);
        Db.insert("INSERT INTO passes (parcel, hash) VALUES (?, ?)", ownParcel(request), hash(text));
        return Response.json(201, Map.of("pass", text));
    }

    @Post("/collections")
    public Response collect(Request request) throws GeneralSecurityException {
        String hash = hash(String.valueOf(request.json(Pass.class).pass()));
        Row pass = Db.one("SELECT parcel FROM passes WHERE hash = ?", hash);
        if (pass == null || Db.update("DELETE FROM passes WHERE hash = ?", hash) == 0) throw new HttpError(404, "no pass");
        return Response.json(Map.of("parcel", pass.number("parcel")));
    }

    private static String hash(String pass) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pass.getBytes(UTF_8)));
    }

    private static long ownParcel(Request request) {
        long reader = Auth.require(request).number();
        if (Db.one("SELECT 1 FROM parcels WHERE id = ? AND recipient = ?", request.number("id"), reader) == null)
            throw new HttpError(404, "no such parcel");
        return request.number("id");
    }

    private static void requireDepot(Request request) {
        if (!Auth.require(request).hasRole("depot")) throw new HttpError(403, "for depots");
    }
}
