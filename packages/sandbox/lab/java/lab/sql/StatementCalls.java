package lab.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** java.sql.Statement. */
class StatementCalls<S extends Statement> extends Calls<S> {
    private final ConnectionCalls connection;
    private Database.Result last;

    StatementCalls(Class<S> type, ConnectionCalls connection, Database.Result last) {
        super(type);
        this.connection = connection;
        this.last = last;
    }

    public ResultSet executeQuery(String sql) throws SQLException {
        return asked(sql, List.of());
    }

    public int executeUpdate(String sql) throws SQLException {
        return changed(sql, List.of());
    }

    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return changed(sql, List.of());
    }

    public boolean execute(String sql) throws SQLException {
        return any(sql, List.of());
    }

    public ResultSet getResultSet() throws SQLException {
        return last == null || last.columns().isEmpty() ? null : new ResultCalls(last).proxy();
    }

    public int getUpdateCount() {
        return last == null || !last.columns().isEmpty() ? -1 : (int) last.changes();
    }

    public ResultSet getGeneratedKeys() throws SQLException {
        boolean none = last == null || last.lastId() == 0;
        List<List<Object>> rows = none ? List.of() : List.of(List.of(last.lastId()));
        return new ResultCalls(new Database.Result(List.of("id"), rows, 0, 0)).proxy();
    }

    public Connection getConnection() {
        return connection.proxy();
    }

    public void setMaxRows(int count) throws SQLException {
        if (count != 0) throw new java.sql.SQLFeatureNotSupportedException("setMaxRows: use LIMIT");
    }

    public void setQueryTimeout(int seconds) {
        // The host has a limit of its own.
    }

    public void setFetchSize(int rows) {
        // A hint, and all rows come at once.
    }

    final ResultSet asked(String sql, List<Object> args) throws SQLException {
        last = connection.run(sql, args);
        if (last.columns().isEmpty()) throw new SQLException("the statement gives no rows");
        return new ResultCalls(last).proxy();
    }

    final int changed(String sql, List<Object> args) throws SQLException {
        last = connection.run(sql, args);
        return (int) last.changes();
    }

    final boolean any(String sql, List<Object> args) throws SQLException {
        last = connection.run(sql, args);
        return !last.columns().isEmpty();
    }
}
