package io.writ.benchmarks.ledger;

import java.sql.SQLException;

/**
 * What must hold after every slice. The chains are hashed again by PostgreSQL, from the description of the format, so
 * that the code that wrote them does not vouch for itself.
 */
final class LedgerCheck {

    private static final String BROKEN_LINKS = """
            select count(*) from (
                select e.entry_hash, e.seq, row_number() over chain as place,
                       sha256('\\x02'::bytea || coalesce(lag(e.entry_hash) over chain, l.genesis) || int8send(e.lane)
                              || int8send(e.seq) || set_byte('\\x00'::bytea, 0, e.kind) || e.leaf_hash) as wanted
                  from writ.ledger_entry e join writ.ledger_lane l using (lane)
                window chain as (partition by e.lane order by e.seq)) link
             where link.entry_hash <> link.wanted or link.seq <> link.place""";

    private static final String BROKEN_LEAVES = """
            select count(*) from writ.ledger_entry e join writ.decision d on d.decision_id = e.record_id
             where e.leaf_hash <> sha256('\\x10'::bytea || d.canonical)""";

    private static final String WITHOUT_ENTRY = """
            select count(*) from writ.decision d
             where d.tenant_id <> '%s'
               and not exists (select from writ.ledger_entry e where e.record_id = d.decision_id)""".formatted(Decisions.WITHOUT_LEDGER.value());

    private static final String WITHOUT_RECORD = """
            select count(*) from writ.ledger_entry e
             where e.kind between 2 and 5
               and not exists (select from writ.decision d where d.decision_id = e.record_id)""";

    private final Ground ground;

    LedgerCheck(Ground ground) {
        this.ground = ground;
    }

    /** How many rows there are of what a design leaves, before a slice. */
    long count(Design.Leaves leaves) throws SQLException {
        return ground.number(
                leaves == Design.Leaves.ONE_ROW
                        ? "select count(*) from bench.baseline"
                        : "select count(*) from writ.decision");
    }

    /**
     * Rejects the run unless the tables hold what they must.
     *
     * @param added rows since before the slice
     * @param acknowledged how many calls were answered
     */
    void after(String slice, Design.Leaves leaves, long added, long acknowledged) throws SQLException {
        boolean more = leaves == Design.Leaves.SERVED && added > acknowledged;
        if (added != acknowledged && !more) {
            throw new RunRejected(slice, "there are " + added + " new rows, not " + acknowledged);
        }
        switch (leaves) {
            case ONE_ROW, DECISIONS -> {}
            case LEDGER -> ledger(slice);
            case TREE, SERVED -> {
                ledger(slice);
                tree(slice);
            }
        }
    }

    /** I1 and I2. */
    void ledger(String slice) throws SQLException {
        equal(slice, "decisions without an entry", WITHOUT_ENTRY, 0);
        equal(slice, "entries without a decision", WITHOUT_RECORD, 0);
        equal(slice, "broken links of a chain", BROKEN_LINKS, 0);
        equal(slice, "leaves that are not those of their record", BROKEN_LEAVES, 0);
    }

    /** The whole ledger, and nothing else, is in the tree. */
    void tree(String slice) throws SQLException {
        equal(
                slice,
                "leaves of the tree",
                "select coalesce(max(size), 0) from writ.tree_checkpoint",
                ground.number("select count(*) from writ.ledger_entry"));
        equal(
                slice,
                "leaves of ranges",
                "select coalesce(sum(n), 0)::bigint from writ.tree_range",
                ground.number("select count(*) from writ.ledger_entry"));
    }

    private void equal(String slice, String what, String sql, long wanted) throws SQLException {
        long found = ground.number(sql);
        if (found != wanted) {
            throw new RunRejected(slice, "there are " + found + " " + what + ", not " + wanted);
        }
    }
}
