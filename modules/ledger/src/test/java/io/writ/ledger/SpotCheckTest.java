package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.tree.GrownLog;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server says about its own log. */
class SpotCheckTest {

    private GrownLog log;

    @BeforeEach
    void grow() throws Exception {
        log = GrownLog.grow();
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
    }

    @Test
    void aLogThatChangedItsKeyIsIntactForWhoHasTheNewOne() throws SQLException {
        String key = log.changeKey(3);

        SpotReport report =
                check(Optional.of(key)).check(Optional.empty(), Optional::empty).orElseThrow();

        assertThat(report.steps()).as("%s", report.steps()).allMatch(ProofStep::holds);
        assertThat(report.steps()).extracting(ProofStep::name).contains("earlier checkpoint", "consistency");
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        UUID record = log.entries().getFirst().recordId();
        assertThat(check(Optional.of(key))
                        .check(Optional.of(record), Optional::empty)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.INTACT);
    }

    @Test
    void aKeyThatTheLogNeverHadVouchesForNothing() {
        SpotReport report = check(Optional.of(LogKey.mint("writ.example/test")))
                .check(Optional.empty(), Optional::empty)
                .orElseThrow();

        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report.steps().getFirst().told()).contains("It cannot be trusted");
    }

    @Test
    void aRecordWhoseEntryIsGoneIsNotIntact() throws SQLException {
        String key = log.changeKey(1);
        // Under no checkpoint, so that its chain does not tell.
        LedgerEntry last = log.entries().getLast();
        log.postgres()
                .tamper("delete from writ.tree_range where lane = " + last.lane() + " and from_seq + n > "
                        + last.seq());
        log.postgres().tamper("delete from writ.ledger_entry where record_id = '" + last.recordId() + "'");
        Optional<UUID> asked = Optional.of(last.recordId());
        SpotCheck check = check(Optional.of(key));

        SpotReport forAuditors = check.check(asked, () -> Optional.of("{}".getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(forAuditors.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(forAuditors.steps().getLast().told()).contains("is there, and no entry stands for it");

        SpotReport forOthers = check.check(asked, Optional::empty).orElseThrow();
        assertThat(forOthers.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(forOthers.unchecked().getLast()).contains("or its entry is gone");
    }

    @Test
    void whoComesWhileAnotherCheckRunsIsTurnedAwayBeforeTheRecordIsLookedAt() {
        SpotCheck check = check(Optional.empty());
        UUID record = log.entries().getFirst().recordId();

        Optional<SpotReport> first = check.check(Optional.of(record), () -> {
            Optional<SpotReport> second = check.check(Optional.of(record), () -> {
                throw new AssertionError("the look would be recorded");
            });
            assertThat(second).isEmpty();
            return Optional.empty();
        });

        assertThat(first.orElseThrow().verdict()).as("without a key").isEqualTo(Verdict.UNVERIFIABLE);
    }

    @Test
    void aPreviousKeyThatTheLogNeverHadChangesNothing() {
        Optional<String> stranger = Optional.of(LogKey.mint("writ.example/test"));
        SpotReport report = check(Optional.of(GrownLog.signingKey()), stranger)
                .check(Optional.empty(), Optional::empty)
                .orElseThrow();

        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void aLogThatIsToChangeItsKeyIsIntactByThePreviousOne() {
        SpotReport report = check(Optional.of(LogKey.mint("writ.example/test")), Optional.of(GrownLog.signingKey()))
                .check(Optional.empty(), Optional::empty)
                .orElseThrow();

        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
    }

    private SpotCheck check(Optional<String> key) {
        return check(key, Optional.empty());
    }

    private SpotCheck check(Optional<String> key, Optional<String> previous) {
        var app = log.postgres().asApp();
        var config = new TreeConfig(key, previous, Duration.ofMillis(100), Duration.ZERO, Thread::new);
        return new SpotCheck(log.tree(), new DatabaseChains(app), new OwnSignatures(app, config));
    }
}
