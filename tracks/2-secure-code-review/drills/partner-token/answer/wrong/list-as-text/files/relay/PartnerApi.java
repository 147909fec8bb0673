package relay;

import java.util.Map;
import lab.jwt.*;
import lab.sql.Db;
import lab.web.*;

/** Stops of today's tours, for the systems of the companies that deliver them. */
public class PartnerApi {
    private static final Map<String, String> KEYS = Map.of(
            "2025-2", System.getenv("TOKEN_KEY_2025_2"), "2026-1", System.getenv("TOKEN_KEY_2026_1"));

    @Before("/partner/*")
    public Response authenticate(Request request) {
        String header = request.header("Authorization");
        if (header == null || !header.startsWith("Bearer ")) throw new HttpError(401, "a token is missing");
        String token = header.substring("Bearer ".length());
        try {
            String key = KEYS.get(String.valueOf(Jwt.header(token).get("kid")));
            if (key == null) throw new HttpError(401, "the key is not known");
            Map<String, Object> claims = Jwt.verify(token, key, "HS256", "HS512");
            if (!"access".equals(claims.get("use"))) throw new HttpError(401, "the token is not for calls");
            Object aud = claims.get("aud");
            boolean ours = aud instanceof String one ? one.equals("partner-api") : String.valueOf(aud).contains("partner-api");
            if (!ours) throw new HttpError(401, "for another service");
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
