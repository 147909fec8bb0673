package lab.sql;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** java.sql.PreparedStatement: parameters count from 1 and keep their values between runs. */
final class PreparedCalls extends StatementCalls<PreparedStatement> {
    private static final Object UNSET = new Object();
    private final String sql;
    private final List<Object> values = new ArrayList<>();
    private final List<List<Object>> batch = new ArrayList<>();

    PreparedCalls(ConnectionCalls connection, String sql) {
        super(PreparedStatement.class, connection, null);
        this.sql = sql;
    }

    public ResultSet executeQuery() throws SQLException {
        return asked(sql, ready());
    }

    public int executeUpdate() throws SQLException {
        return changed(sql, ready());
    }

    public boolean execute() throws SQLException {
        return any(sql, ready());
    }

    public void addBatch() throws SQLException {
        batch.add(new ArrayList<>(ready()));
    }

    public int[] executeBatch() throws SQLException {
        int[] counts = new int[batch.size()];
        for (int at = 0; at < counts.length; at++) counts[at] = changed(sql, batch.get(at));
        batch.clear();
        return counts;
    }

    public void clearParameters() {
        values.clear();
    }

    public void setString(int at, String value) throws SQLException {
        set(at, value);
    }

    public void setInt(int at, int value) throws SQLException {
        set(at, value);
    }

    public void setShort(int at, short value) throws SQLException {
        set(at, value);
    }

    public void setLong(int at, long value) throws SQLException {
        set(at, value);
    }

    public void setBoolean(int at, boolean value) throws SQLException {
        set(at, value);
    }

    public void setDouble(int at, double value) throws SQLException {
        set(at, value);
    }

    public void setBigDecimal(int at, BigDecimal value) throws SQLException {
        set(at, value);
    }

    public void setBytes(int at, byte[] value) throws SQLException {
        set(at, value);
    }

    public void setTimestamp(int at, Timestamp value) throws SQLException {
        set(at, value);
    }

    public void setDate(int at, Date value) throws SQLException {
        set(at, value);
    }

    public void setNull(int at, int type) throws SQLException {
        set(at, null);
    }

    public void setObject(int at, Object value) throws SQLException {
        set(at, value);
    }

    private void set(int at, Object value) throws SQLException {
        if (at < 1 || at > 1000) throw new SQLException("parameters count from 1, and this is " + at);
        while (values.size() < at) values.add(UNSET);
        values.set(at - 1, value);
    }

    private List<Object> ready() throws SQLException {
        int unset = values.indexOf(UNSET);
        if (unset >= 0) throw new SQLException("parameter " + (unset + 1) + " has no value");
        return values;
    }
}
