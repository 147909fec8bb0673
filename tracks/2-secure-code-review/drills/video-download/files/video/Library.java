package video;

import java.util.List;
import lab.clock.Clock;
import lab.sql.Db;
import lab.sql.Row;

/** Who holds which title. Kept by the purchases team. */
public final class Library {
    private Library() {}

    public static void createTables() {
        Db.script(
                """
                CREATE TABLE titles (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
                CREATE TABLE holdings (customer_id INTEGER, title_id INTEGER, until TEXT);
                """);
    }

    /** Whether the customer has bought the title, or rents it at this moment. */
    public static boolean holds(long customer, long title) {
        return Db.one(
                "SELECT 1 AS held FROM holdings WHERE customer_id = ? AND title_id = ? AND (until IS NULL OR until > ?)",
                customer, title, Clock.now().toString()) != null;
    }

    public static List<Row> titlesOf(long customer) {
        return Db.query(
                "SELECT t.id, t.name, h.until FROM holdings h JOIN titles t ON t.id = h.title_id"
                        + " WHERE h.customer_id = ? AND (h.until IS NULL OR h.until > ?) ORDER BY t.name",
                customer, Clock.now().toString());
    }
}
