package org.chartwright.keys;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.mapper.RowMapper;

/** Seals texts that an older version kept in the clear. Nothing is left to do at the second start. */
public final class PlainTexts {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final Seals seals;

    /** In that database, with those seals. */
    public PlainTexts(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /**
     * A column of text whose values are sealed.
     *
     * @param table its table, with a tenant_id
     * @param name its name
     * @param key what names a row of a tenant, as text
     * @param revision what tells the versions of a row apart, or 0
     */
    public record Column(String table, String name, String key, String revision) {

        /** Of rows without versions. */
        public Column(String table, String name, String key) {
            this(table, name, key, "0");
        }
    }

    /**
     * A row with a text in the clear.
     *
     * @param tenant whose
     * @param key its name
     * @param revision its version
     * @param text what is to be sealed
     */
    public record Row(UUID tenant, String key, long revision, String text) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Row[" + tenant + "]";
        }
    }

    /** Seals a column; says how many texts that were. */
    public int seal(Column column, Function<Row, Label> label) {
        String select = "select tenant_id, " + column.key + " as key, " + column.revision + " as revision, " + column.name
                + " as text from " + column.table + " where " + column.name + " not like 'sealed:%' limit " + AT_ONCE;
        String update = "update " + column.table + " set " + column.name + " = ? where tenant_id = ? and " + column.key
                + " = ? and " + column.name + " = ?";
        RowMapper<Row> mapper = (row, context) -> new Row(
                row.getObject("tenant_id", UUID.class), row.getString("key"), row.getLong("revision"), row.getString("text"));
        int sealed = 0;
        while (true) {
            List<Row> rows = TenantRows.ofAll(database.jdbi(), handle -> handle.createQuery(select).map(mapper).list());
            if (rows.isEmpty()) {
                return sealed;
            }
            for (Row row : rows) {
                String text = seals.sealText(label.apply(row), row.text);
                TenantRows.use(database.jdbi(), row.tenant, handle ->
                        handle.execute(update, text, row.tenant, row.key, row.text));
            }
            sealed += rows.size();
        }
    }

    /** Writes a table anew, so that no text in the clear stays in its files. */
    public void rewrite(String table) {
        database.rewrite(table);
    }
}
