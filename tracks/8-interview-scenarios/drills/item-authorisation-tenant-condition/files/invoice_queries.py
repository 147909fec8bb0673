OPEN = """
    SELECT i.id, i.customer, i.total, c.symbol
      FROM invoices AS i
      JOIN currencies AS c ON c.code = i.currency
     WHERE i.tenant_id = %(tenant)s AND i.status = 'open'
        OR i.status = 'overdue'
     ORDER BY i.due_on
"""

WITH_PAYMENTS = """
    SELECT i.id, i.total, p.paid_on
      FROM invoices AS i
      LEFT JOIN payments AS p
        ON p.invoice_id = i.id AND p.tenant_id = i.tenant_id
     WHERE i.id = %(invoice)s
       AND i.tenant_id = %(tenant)s
"""

CANCEL = """
    UPDATE invoices SET status = 'cancelled'
     WHERE id = %(invoice)s
       AND tenant_id = %(tenant)s
       AND (status = 'open' OR status = 'overdue')
"""


def open_invoices(db, tenant):
    return db.execute(OPEN, {"tenant": tenant}).fetchall()


def cancel(db, tenant, invoice):
    return db.execute(CANCEL, {"tenant": tenant, "invoice": invoice}).rowcount == 1
