package seller;

import java.util.logging.Logger;
import lab.sql.*;
import lab.web.*;

/** Search for sellers of the marketplace, for partner companies. */
public class SellerLookup {
    private static final Logger LOG = Logger.getLogger("seller.access");
    private static final String PARTNER = "SELECT name FROM partners" + " WHERE active = 1 AND api_key = ?";

    @Get("/sellers")
    public Object search(Request request) {
        String name = request.query("name", "").replace("%", "");
        String sort = request.query("sort", "name");
        return Db.query(
                "SELECT id, name, city, rating FROM sellers WHERE listed = 1 AND name LIKE ?"
                        + " ORDER BY " + sort + " LIMIT 50",
                "%" + name + "%");
    }

    @Before("/sellers")
    public Response partner(Request request) {
        // Clients of the first generation send the key as a query field.
        String key = request.header("X-Api-Key") == null ? request.query("key", "") : request.header("X-Api-Key");
        Row partner = Db.one(PARTNER, key);
        if (partner == null) return Response.json(401, "unknown key");
        request.attribute("partner", partner.text("name"));
        return null;
    }

    @After
    public void log(Request request, Response response) {
        String target = request.method() + " " + request.rawPath();
        // A name may hold line breaks, and a request is one line.
        String name = request.query("name", "").replaceAll("\\R|\\p{Cntrl}", " ");
        LOG.info(request.attribute("partner") + " " + target + " name=" + name);
    }
}
