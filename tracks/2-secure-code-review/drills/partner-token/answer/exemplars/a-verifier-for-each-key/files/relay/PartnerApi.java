package relay;

import java.util.Map;
import lab.jwt.*;
import lab.sql.Db;
import lab.web.*;

/** Stops of today's tours, for the systems of the companies that deliver them. */
public class PartnerApi {
    private static final Map<String, Verifier> VERIFIERS = Map.of(
            "2025-2", Jwt.verifier(System.getenv("TOKEN_KEY_2025_2"), "HS256").audience("partner-api"),
            "2026-1", Jwt.verifier(System.getenv("TOKEN_KEY_2026_1"), "HS512").audience("partner-api"));

    @Before("/partner/*")
    public Response authenticate(Request request) {
        String header = request.header("Authorization");
        if (header == null || !header.startsWith("Bearer ")) throw new HttpError(401, "a token is missing");
        String token = header.substring("Bearer ".length());
        try {
            Verifier verifier = VERIFIERS.get(String.valueOf(Jwt.header(token).get("kid")));
            if (verifier == null) throw new HttpError(401, "the key is not known");
            Map<String, Object> claims = verifier.verify(token);
            if (!"access".equals(claims.get("use"))) throw new HttpError(401, "the token is not for calls");
            request.attribute("partner", claims.get("partner"));
            return null;
        } catch (JwtException error) {
            throw new HttpError(401, "the token is not valid");
        }
    }

    @Get("/partner/stops")
    public Response stops(Request request) {
        String query = "SELECT id, recipient, street, door_code FROM stops WHERE partner = ? ORDER BY id";
        return Response.json(Map.of("stops", Db.query(query, request.attribute("partner"))));
    }
}
