package io.writ.ledger.append;

import io.writ.ledger.LedgerEntry;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The insert of one ledger entry, as a fragment that joins the statement of the record it stands for. */
public final class EntryInsert {

    /** Columns of {@code ledger_entry} in binding order. */
    public static final String COLUMNS = "lane, seq, kind, record_id, leaf_hash, entry_hash";

    /** How many parameters {@link #bind} sets. */
    public static final int PARAMETERS = 6;

    private EntryInsert() {}

    /** Binds the entry to six consecutive parameters and returns the next free index. */
    public static int bind(PreparedStatement statement, int firstIndex, LedgerEntry entry) throws SQLException {
        int index = firstIndex;
        statement.setLong(index++, entry.lane());
        statement.setLong(index++, entry.seq());
        statement.setShort(index++, (short) entry.kind().number());
        statement.setObject(index++, entry.recordId());
        statement.setBytes(index++, entry.leaf().bytes());
        statement.setBytes(index++, entry.entry().bytes());
        return index;
    }
}
