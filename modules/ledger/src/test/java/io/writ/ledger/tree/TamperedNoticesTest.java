package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.Finding;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.Verdict;
import io.writ.ledger.append.Recorder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with all rights changes what the log says about itself. Lane 1 has one record and is sealed at entry 2. */
class TamperedNoticesTest {

    private static MigratedPostgres postgres;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void aSealedLane() throws Exception {
        postgres.reset();
        Recorder.over(postgres.asApp(), 1).commit();
        seal();
        cycle();
        assertThat(findings()).isEmpty();
    }

    @Test
    void anEntryBehindASealIsAFork() throws SQLException {
        append("{\"decision\":\"late\"}", EntryKind.DECISION);
        assertThat(findings()).contains("forked: lane 1, entry 3: it stands behind the seal of its lane");
    }

    @Test
    void anEntryBehindASealIsNeverSigned() throws SQLException {
        Recorder.over(postgres.asApp(), 1).commit();
        seal();
        append("{\"decision\":\"late\"}", EntryKind.DECISION);
        assertThat(cycle()).as("record and seal").isEqualTo(2);
        assertThat(cycle()).isZero();
        assertThat(findings()).contains("forked: lane 2, entry 3: it stands behind the seal of its lane");
    }

    @Test
    void aNoticeThatIsStoredAsAnotherKindIsNamed() throws SQLException {
        postgres.tamper("update writ.ledger_notice set kind = 9");
        assertThat(findings())
                .containsExactly(
                        "forked: lane 1, entry 2: its notice says it is a lane-seal, which is kind 6; the entry"
                                + " is of kind 6 and the notice is stored as kind 9");
    }

    @Test
    void aNoticeOfUnknownKindIsNamedEvenIfAllHashesFollow() throws SQLException {
        Recorder.over(postgres.asApp(), 1).commit();
        notice("{\"kind\":\"weather\",\"type\":\"https://writ.io/notice/v1\"}", EntryKind.RETENTION);
        assertThat(findings())
                .anyMatch(finding -> finding.startsWith("forked: lane 2, entry 2: its record ")
                        && finding.endsWith("calls itself weather, and the entry is of kind 9"));
    }

    @Test
    void aSealOfAnotherPlaceIsNamed() throws SQLException {
        Recorder.over(postgres.asApp(), 1).commit();
        String seal = postgres.text("select convert_from(canonical, 'UTF8') from writ.ledger_notice");
        notice(seal, EntryKind.LANE_SEAL);
        assertThat(findings())
                .contains("forked: lane 2, entry 2: it seals lane 1 after entry 1, which is not where it stands");
    }

    @Test
    void aLaneThatWasTakenOffTheListIsNamed() throws SQLException {
        Recorder.over(postgres.asApp(), 1).commit();
        postgres.tamper("delete from writ.lane_open");
        assertThat(findings())
                .containsExactly(
                        "gap-undisclosed: lane 2: it is not folded to a seal, and no sequencer looks at it: its"
                                + " row of lane_open is missing");
    }

    private static void seal() throws SQLException {
        try (Connection connection = sequencing()) {
            LaneSealer sealer = new LaneSealer(LogKeys.NOTARY, Duration.ofHours(1), System::nanoTime);
            sealer.look(connection);
            sealer.look(connection);
        }
    }

    private static int cycle() throws SQLException {
        try (Connection connection = sequencing()) {
            LogIdentity identity = new LogIdentity(LogKeys.SIGNER, Clock.systemUTC());
            return new Sequencer(identity, LogKeys.NOTARY).cycle(connection).folded();
        }
    }

    private static Connection sequencing() throws SQLException {
        Connection connection = postgres.asSequencer().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> findings() {
        return LedgerVerifier.over(postgres.asAuditor(), (_, _) -> {}, LogKeys.KEY.text()).verify().findings().stream()
                .map(TamperedNoticesTest::line)
                .toList();
    }

    private static String line(Finding finding) {
        Verdict verdict = finding.verdict();
        return verdict.wireName() + ": " + finding.sentence();
    }

    /** One more record in lane 1, with right hashes. */
    private static void append(String canonical, EntryKind kind) throws SQLException {
        UUID id = UUID.randomUUID();
        postgres.tamper(
                "insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical) values ('"
                        + id + "', 'acme', 't', 2, 'e', now(), '" + canonical + "')");
        entry(id, canonical, kind);
    }

    private static void notice(String text, EntryKind kind) throws SQLException {
        UUID id = UUID.randomUUID();
        String canonical = text.replaceFirst("(\"record_id\":\")[^\"]*", "$1" + id);
        postgres.tamper("insert into writ.ledger_notice values ('" + id + "', " + kind.number() + ", now(), '"
                + canonical + "')");
        entry(id, canonical, kind);
    }

    private static void entry(UUID id, String canonical, EntryKind kind) throws SQLException {
        long lane = Long.parseLong(postgres.text("select max(lane) from writ.ledger_lane"));
        long seq = Long.parseLong(postgres.text("select max(seq) from writ.ledger_entry where lane = " + lane)) + 1;
        String previous = postgres.text("select encode(entry_hash, 'hex') from writ.ledger_entry where lane = " + lane
                + " and seq = " + (seq - 1));
        var leaf = LedgerHash.leaf(canonical.getBytes(StandardCharsets.UTF_8));
        var hash = LedgerHash.entry(new Digest(previous), lane, seq, kind, leaf);
        postgres.tamper("insert into writ.ledger_entry values (" + lane + ", " + seq + ", " + kind.number() + ", '" + id
                + "', '\\x" + leaf + "', '\\x" + hash + "')");
    }
}
