package refunds;

import lab.auth.Principal;
import lab.passwords.Passwords;
import lab.sql.Db;
import lab.sql.Row;
import lab.web.HttpError;

/** Tables that the refund service shares with accounting, and the second sign-in of its leads. */
public final class Ledger {
    private Ledger() {}

    public static void createTables() {
        Db.script(
                """
                CREATE TABLE orders (
                    id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL,
                    status TEXT NOT NULL, total_cents INTEGER NOT NULL
                );
                CREATE TABLE refunds (
                    id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL UNIQUE, customer_id INTEGER NOT NULL,
                    cents INTEGER NOT NULL, reason TEXT NOT NULL, status TEXT NOT NULL,
                    decided_by INTEGER, pay_after TEXT
                );
                CREATE TABLE staff (id INTEGER PRIMARY KEY, password_hash TEXT NOT NULL);
                """);
    }

    public static void addLead(long id, String password) {
        Db.insert("INSERT INTO staff VALUES (?, ?)", id, Passwords.hash(password));
    }

    public static Row order(long id) {
        return Db.one("SELECT id, customer_id, status, total_cents FROM orders WHERE id = ?", id);
    }

    public static boolean onDesk(Principal caller) {
        return caller.hasRole("refund-desk") || caller.hasRole("refund-lead");
    }

    /** Answers 403 unless the caller is a lead and has typed the right password. */
    public static void confirmLead(Principal caller, String password) {
        if (!caller.hasRole("refund-lead")) throw new HttpError(403, "a lead decides on this sum");
        Row staff = Db.one("SELECT password_hash FROM staff WHERE id = ?", caller.number());
        if (staff == null || password == null || !Passwords.verify(password, staff.text("password_hash"))) {
            throw new HttpError(403, "the password is wrong");
        }
    }
}
