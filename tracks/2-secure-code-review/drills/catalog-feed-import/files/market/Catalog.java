package market;

import java.util.Map;
import lab.sql.Db;
import lab.web.*;
import org.w3c.dom.*;

/** Offers of the marketplace, by merchant and by the merchant's own number (SKU). */
public class Catalog {
    record Offer(String sku, String title, String description, long priceCents) {
        static Offer of(Element offer) {
            String price = text(offer, "price");
            if (!price.matches("[0-9]{1,9}")) throw new HttpError(422, "a price is a number of cents");
            return new Offer(
                    offer.getAttribute("sku"), text(offer, "title"), text(offer, "description"), Long.parseLong(price));
        }
    }

    static void createTables() {
        Db.script("""
                CREATE TABLE merchants (id TEXT PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL);
                CREATE TABLE offers (
                    merchant TEXT, sku TEXT, title TEXT, description TEXT, price_cents INTEGER,
                    PRIMARY KEY (merchant, sku));
                """);
    }

    static boolean isActive(String merchant) {
        return Db.one("SELECT id FROM merchants WHERE id = ? AND active = 1", merchant) != null;
    }

    static void save(String merchant, Offer offer) {
        Db.update("INSERT OR REPLACE INTO offers VALUES (?, ?, ?, ?, ?)",
                merchant, offer.sku(), offer.title(), offer.description(), offer.priceCents());
    }

    @Get("/merchants/{merchant}/offers")
    public Response offers(Request request) {
        String query = "SELECT sku, title, description, price_cents FROM offers WHERE merchant = ? ORDER BY sku";
        return Response.json(Map.of("offers", Db.query(query, request.path("merchant"))));
    }

    private static String text(Element offer, String field) {
        Node found = offer.getElementsByTagName(field).item(0);
        return found == null ? "" : found.getTextContent().strip();
    }
}
