package io.writ.ledger;

import static io.writ.ledger.WrittenLane.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the database changes what is stored beside records, whose digests alone are hashed. */
class AttachmentsTest {

    private static final String FIRST = "{\"principal\":\"ann\"}";
    private static final String SECOND = "{\"items\":[1,2]}";
    private static final String INPUT = "{\"decision\":" + FIRST + ",\"release\":" + SECOND + "}";

    private static MigratedPostgres postgres;

    private WrittenLane lane;
    private UUID search;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void aSearchThatReleasedTwoUnits() throws IOException, SQLException {
        postgres.reset();
        lane = WrittenLane.open(postgres.asOwner(), 1);
        search = search();
    }

    @Test
    void evidenceAndPolicyInputsThatWereNotTouchedAgree() {
        VerificationReport report = verify();

        assertThat(report.sentences()).isEmpty();
        assertThat(report.attachments()).isEqualTo(new AttachmentReport(1, 2, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content = replace(content, 'two', 'twO')     | its content does not hash to the content hash",
                "content = 'two'                              | it is not written as evidence is",
                "unit = jsonb_set(unit, '{object_id}', '\"x\"') | its members do not hash to its id",
                "unit = jsonb_set(unit, '{content_type}', '\"application/json\"') | its content does not hash to the content hash",
                "unit = unit - 'version_id'                   | it is not written as evidence is",
                "unit = jsonb_set(unit, '{evidence_unit_id}', to_jsonb(repeat('0', 64))) | it is stored as another one",
                "evidence_id = sha256('')                     | it is stored as another one"
            })
    void aChangedEvidenceUnitIsNamed(String change, String what) throws SQLException {
        postgres.tamper("update writ.evidence set " + change + " where ord = 1");

        assertFound(Verdict.FORKED, "is not the one that it released: " + what);
        assertThat(verify().firstOffence().orElseThrow().sentence()).contains("its evidence unit 2, ");
    }

    @ParameterizedTest
    @CsvSource({"tenant_id = 'globex'", "session_id = 'S9'", "ord = 7"})
    void evidenceThatWasMovedIsNamed(String change) throws SQLException {
        postgres.tamper("update writ.evidence set " + change + " where ord = 1");

        assertFound(Verdict.FORKED, "its evidence is stored for another tenant, run or place");
    }

    @Test
    void swappedEvidenceIsNamed() throws SQLException {
        postgres.tamper("update writ.evidence set ord = 1 - ord + 10");
        postgres.tamper("update writ.evidence set ord = ord - 10");

        assertFound(Verdict.FORKED, "its evidence unit 1, ");
    }

    @Test
    void deletedAndAddedEvidenceIsNamed() throws SQLException {
        postgres.tamper("delete from writ.evidence where ord = 1");
        assertFound(Verdict.GAP_UNDISCLOSED, "it released 2 evidence units, and 1 are stored");

        Released.of("three", "four", "five").store(postgres.asOwner(), new UUID(5, 5), "S1");
        assertFound(Verdict.GAP_UNDISCLOSED, "record " + new UUID(5, 5) + ": its evidence is there, and it is not");

        postgres.tamper("update writ.evidence set decision_id = '" + search + "', ord = ord + 1 where decision_id <> '"
                + search + "'");
        assertFound(Verdict.FORKED, "it released 2 evidence units, and 4 are stored");
    }

    @Test
    void everyByteOfAPolicyInputCounts() throws SQLException {
        for (int at = 0; at < INPUT.length(); at++) {
            postgres.tamper("update writ.decision set policy_input = set_byte(policy_input, " + at
                    + ", get_byte(policy_input, " + at + ") # 1)");
            assertThat(verify().verdict()).as("byte %d", at).isEqualTo(Verdict.FORKED);
            postgres.tamper("update writ.decision set policy_input = set_byte(policy_input, " + at
                    + ", get_byte(policy_input, " + at + ") # 1)");
        }
        assertThat(verify().sentences()).isEmpty();
        postgres.tamper("update writ.decision set policy_input = policy_input || ' '");
        assertFound(Verdict.FORKED, "record " + search + ": its policy input holds something else");
    }

    @Test
    void aPolicyInputOfARecordThatNamesNoneIsNamed() throws SQLException {
        UUID refusal = lane.write(EntryKind.DECISION, "S1", "finalize", Map.of("evidence", "[]", "after_end", "true"));
        postgres.tamper("update writ.decision set policy_input = '{}' where decision_id = '" + refusal + "'");

        assertFound(Verdict.FORKED, "it says that policy was not asked");
    }

    @Test
    void whatNoErasureAccountsForIsMissing() throws SQLException {
        postgres.tamper("update writ.decision set policy_input = null");
        assertFound(
                Verdict.GAP_UNDISCLOSED,
                "record " + search
                        + ": its policy input is gone: from its hour on 1 of tenant acme are, and erasures in"
                        + " the log account for 0");
        erasure(0, 2);
        assertFound(Verdict.GAP_UNDISCLOSED, "account for 0");
        erasure(1, 0);
        assertThat(verify().sentences()).isEmpty();

        postgres.tamper("update writ.evidence set content = null where ord = 0");
        assertThat(verify().sentences()).as("two were erased").isEmpty();
        assertThat(verify().attachments()).isEqualTo(new AttachmentReport(0, 2, 2));
        postgres.tamper("update writ.evidence set content = null");
        UUID another = search();
        postgres.tamper("update writ.evidence set content = null where decision_id = '" + another + "'");
        assertFound(Verdict.GAP_UNDISCLOSED, "its content of an evidence unit is gone: from its hour on 4");
    }

    @Test
    void anErasureAccountsForNothingThatCameAfterIt() throws SQLException {
        erasure(1, 2);
        UUID later = search(id(12));
        postgres.tamper("update writ.decision set policy_input = null where decision_id = '" + later + "'");

        assertFound(Verdict.GAP_UNDISCLOSED, "record " + later + ": its policy input is gone");
    }

    private UUID search() throws SQLException {
        return search(id(0));
    }

    /** A version 7 id, so many hours after the beginning. */
    private static UUID id(int hours) {
        UUID random = UUID.randomUUID();
        long time = 1_790_000_000_000L + hours * 3_600_000L;
        return new UUID((time << 16) | 0x7000L, random.getLeastSignificantBits());
    }

    private UUID search(UUID id) throws SQLException {
        var units = Released.of("one", "two");
        lane.write(
                EntryKind.DECISION,
                id,
                "S1",
                "operator_call",
                Map.of(
                        "after_end", "true",
                        "evidence", units.member(),
                        "outcome", quoted("answered"),
                        "policy", asked(FIRST),
                        "policy_release", asked(SECOND)));
        units.store(postgres.asOwner(), id, "S1");
        postgres.tamper("update writ.decision set policy_input = convert_to('" + INPUT
                + "', 'UTF8') where decision_id = '" + id + "'");
        if (lane.size() == 1) {
            // The run of the records, so that nothing else is missing.
            lane.write(EntryKind.INTENT, "S1", "create_session", Map.of("due_at", quoted("2999-01-01T00:00:00Z")));
        }
        return id;
    }

    private static String asked(String input) {
        return "{\"entrypoint\":\"writ/decision\",\"input_sha256\":"
                + quoted(Digest.of(input).hex()) + "}";
    }

    private void erasure(int inputs, int contents) throws SQLException {
        lane.write(
                EntryKind.DECISION,
                id(1),
                "S1",
                "erase_subject",
                Map.of(
                        "after_end", "true",
                        "detail", "{\"evidence\":" + contents + ",\"policy_inputs\":" + inputs + "}",
                        "evidence", "[]"));
    }

    private static void assertFound(Verdict verdict, String part) {
        VerificationReport report = verify();
        assertThat(report.sentences()).as("%s", part).anyMatch(sentence -> sentence.contains(part));
        assertThat(report.verdict()).isEqualTo(verdict);
    }

    private static VerificationReport verify() {
        return LedgerVerifier.over(postgres.asAuditor()).verify();
    }
}
