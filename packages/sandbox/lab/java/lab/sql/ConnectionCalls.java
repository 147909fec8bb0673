package lab.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** java.sql.Connection. Transactions are those of the thread; see {@link Database}. */
final class ConnectionCalls extends Calls<Connection> {
    private boolean autoCommit = true;

    ConnectionCalls() {
        super(Connection.class);
    }

    public Statement createStatement() {
        return new StatementCalls<>(Statement.class, this, null).proxy();
    }

    public PreparedStatement prepareStatement(String sql) {
        return new PreparedCalls(this, sql).proxy();
    }

    public PreparedStatement prepareStatement(String sql, int generatedKeys) {
        return prepareStatement(sql);
    }

    public PreparedStatement prepareStatement(String sql, String[] columns) {
        return prepareStatement(sql);
    }

    public boolean getAutoCommit() {
        return autoCommit;
    }

    /** Turning it on commits, as JDBC says. */
    public void setAutoCommit(boolean on) throws SQLException {
        if (on == autoCommit) return;
        if (on) end("COMMIT");
        Database.joins(!on);
        autoCommit = on;
    }

    public void commit() throws SQLException {
        if (autoCommit) throw new SQLException("commit while the connection commits by itself");
        end("COMMIT");
    }

    public void rollback() throws SQLException {
        if (autoCommit) throw new SQLException("rollback while the connection commits by itself");
        end("ROLLBACK");
    }

    public void setTransactionIsolation(int level) {
        // Every transaction has the database to itself, which is as serializable as it gets.
    }

    public int getTransactionIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    public void close() throws SQLException {
        if (!autoCommit && !isClosed()) {
            end("ROLLBACK");
            Database.joins(false);
        }
        super.close();
    }

    Database.Result run(String sql, List<Object> args) throws SQLException {
        if (isClosed()) throw new SQLException("the Connection is closed");
        return Database.run(sql, args);
    }

    private static void end(String how) throws SQLException {
        if (Database.open()) Database.end(how);
    }
}
