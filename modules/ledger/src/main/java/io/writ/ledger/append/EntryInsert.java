package io.writ.ledger.append;

import io.writ.ledger.LedgerEntry;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The insert of one ledger entry, as fragments that join the statement of the record it stands for. The statement fails
 * if what the entry follows is not there: a process may remember more of its lane than a database that was restored or
 * failed over, and what it wrote behind the hole could never come under a checkpoint. That costs one look at the primary
 * key of an entry that was just written, and no round trip.
 */
public final class EntryInsert {

    /** Columns of {@code ledger_entry} in binding order. */
    public static final String COLUMNS = "lane, seq, kind, record_id, leaf_hash, entry_hash";

    private static final String LINK = """
            sha256('\\x02'::bytea || {before} || int8send(entry.lane) || int8send(entry.seq)
                   || substring(int2send(entry.kind::smallint) from 2) || entry.leaf_hash) = entry.entry_hash""";

    /**
     * Of a row named {@code entry}: its lane, if it follows what stands in the database, and else nothing, which no
     * entry may have as its lane. Entries that follow each other in one statement need it for the first of them.
     * There is one row at most; the limit makes the planner count one partition and not all. Without it a plan for all
     * values looks so dear beside one for these that the whole statement would be planned anew each time.
     */
    public static final String LANE = """
            case when entry.seq = 1
                 then (select l.lane from writ.ledger_lane l where l.lane = entry.lane and {first})
                 else (select e.lane from writ.ledger_entry e
                        where e.lane = entry.lane and e.seq = entry.seq - 1 and {next}
                        limit 1)
            end""".replace("{first}", LINK.replace("{before}", "l.genesis"))
            .replace("{next}", LINK.replace("{before}", "e.entry_hash"));

    /** What is inserted into {@link #COLUMNS} from {@link #ROW}. */
    public static final String VALUES =
            LANE + ", entry.seq, entry.kind, entry.record_id, entry.leaf_hash, entry.entry_hash";

    /** The row that {@link #bind} binds, named {@code entry}. */
    public static final String ROW =
            "(values (?::bigint, ?::bigint, ?::smallint, ?::uuid, ?::bytea, ?::bytea)) as entry (" + COLUMNS + ")";

    private EntryInsert() {}

    /** Binds the entry to the six parameters of {@link #ROW} and returns the next free index. */
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
