package io.writ.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Fills a log with right chains, in the database itself: a million rows would otherwise travel there. */
final class GrowthRows {

    static final int LANES = 16;

    /** A decision of 480 bytes with two units of evidence of 100, and the same rows without an entry elsewhere. */
    private static final String SETUP = """
            create schema plain;
            create table plain.decision (like writ.decision including all);
            create table plain.evidence (like writ.evidence including all);
            create procedure plain.fill(first_lane bigint, lanes int, per_lane int) language plpgsql as $$
            declare
                head bytea; id uuid; leaf bytea; body bytea;
                filler text := repeat('x', 400);
            begin
                for l in first_lane .. first_lane + lanes - 1 loop
                    head := sha256('\\x03'::bytea || int8send(l) || '\\x00000000000000010000000000000002'::bytea || 'growth');
                    insert into writ.ledger_lane (lane, node_id, boot_id, opened_us, genesis) overriding system value
                    values (l, 'growth', '00000000-0000-0001-0000-000000000002', 0, head);
                    for s in 1 .. per_lane loop
                        id := uuidv7();
                        body := convert_to('{"filler":"' || filler || '","record_id":"' || id || '"}', 'UTF8');
                        leaf := sha256('\\x10'::bytea || body);
                        head := sha256('\\x02'::bytea || head || int8send(l) || int8send(s) || '\\x02'::bytea || leaf);
                        insert into writ.decision
                          (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                        values (id, 'growth', 't', 2, 'e', now(), body);
                        insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                        values (id, 0, 'growth', 's' || l, leaf, '{"figure": 1}', repeat('y', 100)),
                               (id, 1, 'growth', 's' || l, head, '{"figure": 2}', repeat('y', 100));
                        insert into writ.ledger_entry values (l, s, 2, id, leaf, head);
                    end loop;
                    commit;
                end loop;
            end $$;
            create procedure plain.follow() language sql as $$
                insert into plain.decision select * from writ.decision
                 where decision_id > coalesce((select decision_id from plain.decision order by decision_id desc limit 1),
                                              '00000000-0000-0000-0000-000000000000');
                insert into plain.evidence select * from writ.evidence
                 where decision_id > coalesce((select decision_id from plain.evidence order by decision_id desc limit 1),
                                              '00000000-0000-0000-0000-000000000000');
            $$;""";

    /** The statement of path T, and the same without its entry. */
    private static final String DECIDE = """
            with d as (insert into %1$s.decision
                         (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                       values (?, 'growth', 't', 2, 'e', now(), ?)),
                 e as (insert into %1$s.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                       select ?, ord, 'growth', 's', ?, '{"figure": 1}', repeat('y', 100) from generate_series(0, 1) ord)
            """;

    static final String WITH_ENTRY =
            DECIDE.formatted("writ") + "insert into writ.ledger_entry values (?, ?, 2, ?, ?, ?)";
    static final String WITHOUT_ENTRY = DECIDE.formatted("plain") + "select 1";

    private final DataSource owner;
    private long nextLane = 1;

    GrowthRows(DataSource owner) {
        this.owner = owner;
    }

    void setUp() throws SQLException {
        run(SETUP);
    }

    /** Adds about as many entries, in new lanes. */
    void add(long entries) throws SQLException {
        long first = nextLane;
        nextLane += LANES;
        run("select setval('writ.ledger_lane_lane_seq', " + nextLane + ")");
        run("call plain.fill(" + first + ", " + LANES + ", " + entries / LANES + ")");
        run("call plain.follow()");
        run("vacuum analyze");
    }

    /** A lane for statements of the measurement itself. */
    long openLane() throws SQLException {
        long lane = ++nextLane;
        nextLane++;
        try (Connection connection = owner.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into writ.ledger_lane"
                        + " (lane, node_id, boot_id, opened_us, genesis) overriding system value"
                        + " values (?, 'growth', '00000000-0000-0001-0000-000000000002', 0, sha256('\\x03'::bytea"
                        + " || int8send(?) || '\\x00000000000000010000000000000002'::bytea || 'growth'))")) {
            insert.setLong(1, lane);
            insert.setLong(2, lane);
            insert.executeUpdate();
        }
        return lane;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
