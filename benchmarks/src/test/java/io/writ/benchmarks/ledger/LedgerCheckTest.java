package io.writ.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slice whose check fails rejects the run, whatever it measured. */
class LedgerCheckTest {

    private static final int WRITTEN = 20;

    @TempDir
    private static Path directory;

    private static Cluster cluster;
    private static Ground ground;

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.create(directory.resolve("cluster"));
        ground = new Ground(cluster);
    }

    @AfterAll
    static void stop() throws SQLException {
        ground.close();
        cluster.close();
    }

    @BeforeEach
    void someDecisions() throws SQLException {
        ground.clear();
        Decisions.Source source = new Decisions.Source(Decisions.Shape.OF_TRIALS);
        Decisions decisions = source.of(0);
        try (Writing path = new PathT(source, 2, true).open(cluster.access(), 1)) {
            for (int number = 0; number < WRITTEN; number++) {
                path.write(decisions.next());
            }
        }
    }

    @Test
    void whatTheProductWroteIsAccepted() {
        assertThatCode(() -> check(WRITTEN)).doesNotThrowAnyException();
    }

    @Test
    void anAnswerWithoutARowRejectsTheRun() {
        assertThatThrownBy(() -> check(WRITTEN + 1)).isInstanceOf(RunRejected.class);
    }

    @Test
    void aDecisionWithoutAnEntryRejectsTheRun() throws SQLException {
        ground.run("delete from writ.ledger_entry where seq = " + WRITTEN);
        rejects("decisions without an entry");
    }

    @Test
    void anEntryWithoutADecisionRejectsTheRun() throws SQLException {
        ground.run("delete from writ.decision where decision_id ="
                + " (select record_id from writ.ledger_entry where seq = " + WRITTEN + ")");
        rejects("entries without a decision");
    }

    @Test
    void aLinkThatDoesNotHoldRejectsTheRun() throws SQLException {
        ground.run("update writ.ledger_entry set entry_hash = sha256('x') where seq = 7");
        rejects("broken links");
    }

    @Test
    void aChangedRecordRejectsTheRun() throws SQLException {
        ground.run("update writ.decision set canonical = canonical || '\\x20'::bytea where decision_id ="
                + " (select record_id from writ.ledger_entry where seq = 3)");
        rejects("leaves that are not those of their record");
    }

    @Test
    void anEntryOutsideTheTreeRejectsTheRun() {
        assertThatThrownBy(() -> new LedgerCheck(ground).tree("a slice"))
                .isInstanceOf(RunRejected.class)
                .hasMessageContaining("leaves of the tree");
    }

    private static void rejects(String finding) {
        assertThatThrownBy(() -> new LedgerCheck(ground).ledger("a slice"))
                .isInstanceOf(RunRejected.class)
                .hasMessageContaining(finding);
    }

    private static void check(long acknowledged) throws SQLException {
        LedgerCheck check = new LedgerCheck(ground);
        check.after("a slice", Design.Leaves.LEDGER, check.count(Design.Leaves.LEDGER), acknowledged);
    }
}
