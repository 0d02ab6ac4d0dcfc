package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.CommandLane;
import io.writ.ledger.EntryKind;
import io.writ.ledger.ExportOptions;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.Retention;
import io.writ.ledger.retention.RetiredRange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database with twenty records of August and of September 2025 each, and one of October; partitions for each month. */
final class OldMonths {

    /** As the database orders them. */
    static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    private final MigratedPostgres postgres;
    private final List<UUID> old = new ArrayList<>();

    private OldMonths(MigratedPostgres postgres) {
        this.postgres = postgres;
    }

    static OldMonths in(MigratedPostgres postgres) throws Exception {
        postgres.reset();
        var months = new OldMonths(postgres);
        months.fill();
        return months;
    }

    /** Those of August and September, in turns. */
    List<UUID> old() {
        return old;
    }

    private void fill() throws SQLException {
        for (String table : List.of("decision", "evidence", "personal_value")) {
            for (String month : List.of("2025-08-01", "2025-09-01", "2025-10-01")) {
                owner("select writ.add_month('" + table + "', '" + month + "')");
            }
        }
        for (int day = 1; day <= 20; day++) {
            old.add(record(Instant.parse("2025-08-01T10:00:00Z").plusSeconds(day * 86_400L)));
            old.add(record(Instant.parse("2025-09-01T10:00:00Z").plusSeconds(day * 86_400L)));
        }
        record(Instant.parse("2025-10-02T00:00:00Z"));
    }

    UUID record(Instant moment) throws SQLException {
        return record(moment, "");
    }

    UUID record(Instant moment, String session) throws SQLException {
        UUID random = UUID.randomUUID();
        UUID id = new UUID(
                (moment.toEpochMilli() << 16) | 0x7000L | (random.getMostSignificantBits() & 0x0fffL),
                random.getLeastSignificantBits());
        String text = text(id, session);
        owner("insert into writ.decision"
                + " (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at, canonical) values ('" + id
                + "', 'acme', nullif('" + session + "', ''), 't', 2, 'e', '" + moment + "', convert_to('" + text
                + "', 'UTF8'))");
        owner("insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit)" + " values ('"
                + id + "', 0, 'acme', 's', sha256(''), '{}')");
        append(id, text);
        return id;
    }

    void append(UUID id, String text) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            CommandLane.open(connection, "test", id, Clock.systemUTC().instant())
                    .append(EntryKind.DECISION, id, text.getBytes(StandardCharsets.UTF_8));
            connection.commit();
        }
    }

    static String text(UUID id, String session) {
        String member = session.isEmpty() ? "" : ",\"session_id\":\"" + session + "\"";
        return "{\"record_id\":\"" + id + "\"" + member + "}";
    }

    void sequence() throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.system(ZoneOffset.UTC)), LogKeys.NOTARY)
                    .cycle(connection);
        }
    }

    /** Somebody with the owner's rights writes that these records went; the time is the end of October. */
    void notice(UUID from, UUID below, List<UUID> gone, String checkpoint) throws SQLException {
        GrowingTree leaves = GrowingTree.empty();
        gone.forEach(id -> leaves.append(TreeHash.leaf(
                LedgerHash.leaf(text(id, "").getBytes(StandardCharsets.UTF_8)).bytes())));
        UUID id = new UUID(0x019a000000007000L, 0x8000000000000001L);
        Instant then = Instant.parse("2025-11-01T00:00:00Z");
        byte[] canonical = new Retention(
                        new Envelope(id, then),
                        new RetiredRange(
                                from,
                                below,
                                gone.size(),
                                Digest.ofRaw(leaves.root().bytes())),
                        Map.of(),
                        checkpoint,
                        "writ_owner")
                .canonical();
        try (Connection connection = postgres.asOwner().getConnection();
                var insert = connection.prepareStatement("insert into writ.ledger_notice values (?, 9, now(), ?)")) {
            connection.setAutoCommit(false);
            insert.setObject(1, id);
            insert.setBytes(2, canonical);
            insert.executeUpdate();
            CommandLane.open(connection, "test", id, then).append(EntryKind.RETENTION, id, canonical);
            connection.commit();
        }
    }

    String newestCheckpoint() throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select note from writ.tree_checkpoint order by size desc limit 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    VerificationReport verifyExport(ExportOptions options, Path folder) {
        Path export = folder.resolve(UUID.randomUUID() + ".tar");
        new LedgerExport(postgres.asAuditor(), Clock.systemUTC(), _ -> {}).write(export, options);
        return GrownLog.ofExport(export, 1);
    }

    VerificationReport verify() {
        return LedgerVerifier.over(postgres.asAuditor()).verify();
    }

    void tamper(String sql) throws SQLException {
        postgres.tamper(sql);
    }

    void owner(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
