package lab.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** java.sql.ResultSet, forward only: columns by number from 1, or by name in any case. */
final class ResultCalls extends Calls<ResultSet> {
    private final Database.Result result;
    private int row = -1;
    private boolean wasNull;

    ResultCalls(Database.Result result) {
        super(ResultSet.class);
        this.result = result;
    }

    public boolean next() {
        if (row < result.rows().size()) row++;
        return row < result.rows().size();
    }

    public boolean wasNull() {
        return wasNull;
    }

    public int getRow() {
        return row < result.rows().size() ? row + 1 : 0;
    }

    public boolean isBeforeFirst() {
        return row < 0 && !result.rows().isEmpty();
    }

    public int findColumn(String name) throws SQLException {
        List<String> columns = result.columns();
        for (int at = 0; at < columns.size(); at++) if (columns.get(at).equalsIgnoreCase(name)) return at + 1;
        throw new SQLException("no column \"" + name + "\" among " + columns);
    }

    public ResultSetMetaData getMetaData() {
        return new Columns(result.columns()).proxy();
    }

    public Object getObject(int at) throws SQLException {
        if (row < 0 || row >= result.rows().size()) throw new SQLException("the ResultSet is not on a row");
        List<Object> values = result.rows().get(row);
        if (at < 1 || at > values.size()) throw new SQLException("no column " + at + " of " + values.size());
        Object value = values.get(at - 1);
        wasNull = value == null;
        return value;
    }

    public Object getObject(String name) throws SQLException {
        return getObject(findColumn(name));
    }

    public String getString(int at) throws SQLException {
        return Values.text(getObject(at));
    }

    public String getString(String name) throws SQLException {
        return getString(findColumn(name));
    }

    public int getInt(int at) throws SQLException {
        return Values.small(getObject(at));
    }

    public int getInt(String name) throws SQLException {
        return getInt(findColumn(name));
    }

    public long getLong(int at) throws SQLException {
        return Values.number(getObject(at));
    }

    public long getLong(String name) throws SQLException {
        return getLong(findColumn(name));
    }

    public double getDouble(int at) throws SQLException {
        return Values.real(getObject(at));
    }

    public double getDouble(String name) throws SQLException {
        return getDouble(findColumn(name));
    }

    public boolean getBoolean(int at) throws SQLException {
        return Values.flag(getObject(at));
    }

    public boolean getBoolean(String name) throws SQLException {
        return getBoolean(findColumn(name));
    }

    public BigDecimal getBigDecimal(int at) throws SQLException {
        return Values.decimal(getObject(at));
    }

    public BigDecimal getBigDecimal(String name) throws SQLException {
        return getBigDecimal(findColumn(name));
    }

    public Timestamp getTimestamp(int at) throws SQLException {
        return Values.time(getObject(at));
    }

    public Timestamp getTimestamp(String name) throws SQLException {
        return getTimestamp(findColumn(name));
    }

    public byte[] getBytes(int at) throws SQLException {
        Object value = getObject(at);
        if (value == null || value instanceof byte[]) return (byte[]) value;
        return value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public byte[] getBytes(String name) throws SQLException {
        return getBytes(findColumn(name));
    }

    /** java.sql.ResultSetMetaData: how many columns there are, and their names. */
    static final class Columns extends Calls<ResultSetMetaData> {
        private final List<String> names;

        Columns(List<String> names) {
            super(ResultSetMetaData.class);
            this.names = names;
        }

        public int getColumnCount() {
            return names.size();
        }

        public String getColumnName(int at) {
            return names.get(at - 1);
        }

        public String getColumnLabel(int at) {
            return names.get(at - 1);
        }
    }
}
