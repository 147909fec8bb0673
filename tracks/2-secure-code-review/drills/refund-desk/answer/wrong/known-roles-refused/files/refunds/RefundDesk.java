package refunds;

import java.util.*;
import lab.auth.*;
import lab.clock.Clock;
import lab.sql.*;
import lab.web.*;

/** Refunds: customers ask, the desk decides, and a nightly job credits what was approved. */
public class RefundDesk {
    private static final List<String> COLUMNS =
            List.of("id", "order_id", "customer_id", "cents", "reason", "status", "pay_after");
    private static final String SELECT = "SELECT " + String.join(", ", COLUMNS) + " FROM refunds";
    /** Up to this sum an agent decides alone; above it a lead, who signs in a second time. */
    private static final long AGENT_LIMIT_CENTS = 20_000;
    private static final String LEAD_PASSWORD = "lead_password";
    private static final Random SPREAD = new Random();

    record Ask(long order, long cents, String reason) {}

    @Post("/refunds")
    public Response ask(Request request) {
        Principal caller = Auth.require(request);
        Ask ask = request.json(Ask.class);
        Row order = Ledger.order(ask.order());
        if (order == null) throw new HttpError(404, "no such order");
        if (!order.text("status").equals("delivered")) throw new HttpError(409, "not delivered yet");
        if (ask.cents() < 1 || ask.cents() > order.number("total_cents")) throw new HttpError(422, "not that sum");
        // An agent on the phone asks in the name of the customer who called.
        long customer = order.number("customer_id");
        if (customer != caller.number() && !Ledger.onDesk(caller)) throw new HttpError(404, "no such order");
        try {
            long id = Db.insert(
                    "INSERT INTO refunds (order_id, customer_id, cents, reason, status) VALUES (?, ?, ?, ?, 'requested')",
                    ask.order(), customer, ask.cents(), ask.reason() == null ? "" : ask.reason());
            return Response.json(201, Map.of("id", id, "status", "requested"));
        } catch (SqlError error) {
            if (error.conflict()) throw new HttpError(409, "this order has a refund already");
            throw error;
        }
    }

    @Get("/refunds")
    public Response search(Request request) {
        Principal caller = Auth.require(request);
        StringBuilder query = new StringBuilder(SELECT).append(" WHERE (customer_id = ? OR ?) AND reason LIKE ?");
        List<String> states = request.queryAll("status");
        if (!states.isEmpty()) {
            query.append(" AND status IN (?").append(", ?".repeat(states.size() - 1)).append(")");
        }
        query.append(" ORDER BY id DESC LIMIT 50");
        String text = "%" + request.query("q", "") + "%";
        List<Object> values = new ArrayList<>(List.of(caller.number(), Ledger.onDesk(caller), text));
        values.addAll(states);
        return Response.json(Db.query(query.toString(), values.toArray()));
    }

    @Get("/refunds/{id}")
    public Response show(Request request) {
        Principal caller = Auth.require(request);
        Row refund = refund(request.number("id"));
        if (refund.number("customer_id") != caller.number() && !Ledger.onDesk(caller)) {
            throw new HttpError(404, "no such refund");
        }
        return Response.json(refund);
    }

    @Post("/refunds/{id}/approval")
    public Response approve(Request request) {
        Principal caller = Auth.require(request);
        Row refund = refund(request.number("id"));
        if (!Collections.disjoint(caller.roles(), Set.of("customer", "warehouse"))) throw new HttpError(403, "not for this role");
        if (refund.number("cents") > AGENT_LIMIT_CENTS) Ledger.confirmLead(caller, request.form(LEAD_PASSWORD));
        // The bank turns payouts away that all come in the same second.
        String payAfter = Clock.now().plusSeconds(60 + SPREAD.nextInt(600)).toString();
        return decide(refund, caller, "approved", payAfter);
    }

    @Post("/refunds/{id}/rejection")
    public Response reject(Request request) {
        Principal agent = Auth.require(request);
        if (!Ledger.onDesk(agent)) throw new HttpError(403, "the refund desk decides");
        return decide(refund(request.number("id")), agent, "rejected", null);
    }

    private static Response decide(Row refund, Principal by, String status, String payAfter) {
        int changed = Db.update(
                "UPDATE refunds SET status = ?, decided_by = ?, pay_after = ? WHERE id = ? AND status = 'requested'",
                status, by.number(), payAfter, refund.number("id"));
        if (changed == 0) throw new HttpError(409, "this refund was decided already");
        return Response.json(Map.of("id", refund.number("id"), "status", status));
    }

    private static Row refund(long id) {
        Row found = Db.one(SELECT + " WHERE id = ?", id);
        if (found == null) throw new HttpError(404, "no such refund");
        return found;
    }
}
