package io.writ.governance.writ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.writ.WritReport.Verdict;
import io.writ.ledger.proof.SealKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritVerifierTest {

    private static final TestLog LOG = new TestLog("log.example/a");
    private static final SampleRun RUN = new SampleRun(LOG, "01RUN");
    private static final String WRIT = RUN.envelope();
    private static final String OTHER_HASH = "ab".repeat(32);

    private final WritVerifier trusting = new WritVerifier(List.of(LOG.seal().key()), List.of());

    @Test
    void whatWasSealedIsProvenUnderAKeyThatWasGiven() {
        WritReport report = trusting.verify(bytes(WRIT));

        assertThat(report.found()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);
        WritFacts facts = report.facts().orElseThrow();
        assertThat(facts.answer()).contains(SampleRun.ANSWER);
        assertThat(facts.question()).contains(SampleRun.QUESTION);
        assertThat(facts.entries()).isEqualTo(4);
        assertThat(facts.refused()).isEqualTo(1);
        assertThat(facts.withheldRefused()).isZero();
        assertThat(facts.key()).isEqualTo(LOG.seal().key().label());
    }

    @Test
    void withoutAKeyItIsConsistentAndNoMore() {
        assertThat(new WritVerifier(List.of(), List.of()).verify(bytes(WRIT)).verdict())
                .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void aWitnessThatDidNotSignIsMissed() {
        SealKey witness = new TestLog("witness.example").seal().key();
        WritReport report = new WritVerifier(List.of(), List.of(witness)).verify(bytes(WRIT));

        assertThat(report.found()).extracting(Found::fault).containsExactly(Fault.CHECKPOINT_WITNESS);
    }

    @Test
    void aWithheldRecordIsCountedAndTheRestHolds() {
        String writ = new WritSealing(LOG.seal())
                .seal(RUN.draft(List.of(RUN.opened(), RUN.answered("u1"), RUN.refused(), RUN.finished()), 3));

        WritReport report = trusting.verify(bytes(writ));
        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);
        WritFacts facts = report.facts().orElseThrow();
        assertThat(facts.withheld()).isEqualTo(1);
        assertThat(facts.refused()).as("by records that are there").isZero();
        assertThat(facts.withheldRefused()).isEqualTo(1);
    }

    @Test
    void everyByteThatIsChangedIsFoundAndThePartIsNamed() {
        byte[] writ = bytes(WRIT);
        for (int index = 0; index < writ.length; index++) {
            byte[] changed = writ.clone();
            changed[index] ^= (byte) (1 << (index % 8));

            WritReport report = trusting.verify(changed);

            assertThat(report.verdict()).as("byte %d", index).isIn(Verdict.BROKEN, Verdict.UNREADABLE);
            assertThat(report.found())
                    .as("byte %d", index)
                    .allSatisfy(found -> assertThat(found.place()).isNotBlank());
        }
    }

    @Test
    void everyTruncationAndEveryAppendedByteIsFound() {
        byte[] writ = bytes(WRIT);
        for (int length = 0; length < writ.length; length += 7) {
            assertThat(trusting.verify(Arrays.copyOf(writ, length)).verdict())
                    .as("%d bytes", length)
                    .isIn(Verdict.BROKEN, Verdict.UNREADABLE);
        }
        for (String more : List.of(" ", "\n", "\0", "}", "{}")) {
            assertThat(trusting.verify(bytes(WRIT + more)).verdict()).isIn(Verdict.BROKEN, Verdict.UNREADABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "nonsense", "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}"})
    void whatIsNoEnvelopeCannotBeRead(String text) {
        assertThat(trusting.verify(bytes(text)).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void aChangeInsideIsLocatedBehindTheSignatureThatNoLongerFits() {
        String answer = "\"text\":\"Orders leave on Monday. (\u00e9, \ud83d\ude00)\"";
        String payload = new String(Rfc8785.bytes(Resigned.payload(WRIT)), StandardCharsets.UTF_8)
                .replaceFirst("\"text\":\"Orders[^\"]*\"", answer);
        String changed = Envelope.write(bytes(payload), LOG.seal().key().label(), new byte[64]);

        assertThat(trusting.verify(bytes(changed)).found())
                .extracting(found -> found.fault() + " " + found.place())
                .containsExactly("SIGNATURE_WRONG envelope.signatures[0].sig", "ANSWER_DIGEST answer.text");
    }

    @Test
    void anotherLogIsNotTheOneThatIsTrusted() {
        String foreign = new SampleRun(new TestLog("log.example/a"), "01RUN").envelope();

        WritReport report = trusting.verify(bytes(foreign));
        assertThat(report.found()).extracting(Found::fault).containsExactly(Fault.KEY_OTHER);
        assertThat(report.verdict()).isEqualTo(Verdict.OTHER_KEY);
        assertThat(report.trusted()).isFalse();
    }

    static Stream<Arguments> changes() {
        String entry = "/predicate/ledger/entries/1/";
        TestLog other = new TestLog("log.example/b");
        String otherRun = new SampleRun(LOG, "01OTHER").envelope();
        JsonObject foreign = Resigned.payload(otherRun)
                .getJsonObject("predicate")
                .getJsonObject("ledger")
                .getJsonArray("entries")
                .getJsonObject(1);
        return Stream.of(
                change(Fault.STATEMENT_VERSION, patch -> patch.replace("/_type", "x")),
                change(Fault.STATEMENT_VERSION, patch -> patch.replace("/predicateType", "x")),
                change(Fault.STATEMENT_UNKNOWN, patch -> patch.add("/predicate/model_routes", "x")),
                change(Fault.STATEMENT_SHAPE, patch -> patch.remove("/predicate/budget")),
                change(Fault.STATEMENT_SUBJECT, patch -> patch.replace("/subject/0/digest/sha256", OTHER_HASH)),
                change(Fault.STATEMENT_SUBJECT, patch -> patch.replace("/subject/0/name", "x")),
                change(Fault.KEY_MALFORMED, patch -> patch.replace("/predicate/ledger/key", "x")),
                change(
                        Fault.KEY_ID,
                        patch -> patch.replace(
                                "/predicate/ledger/key", other.seal().key().text())),
                change(Fault.CHECKPOINT_MALFORMED, patch -> patch.replace("/predicate/ledger/checkpoint", "x")),
                change(
                        Fault.CHECKPOINT_ORIGIN,
                        patch -> patch.replace("/predicate/ledger/checkpoint", other.note(5, new byte[32]))),
                change(
                        Fault.CHECKPOINT_SIGNATURE,
                        patch -> patch.replace(
                                "/predicate/ledger/checkpoint", new TestLog("log.example/a").note(5, new byte[32]))),
                change(
                        Fault.ENTRY_PROOF,
                        patch -> patch.replace("/predicate/ledger/checkpoint", LOG.note(5, new byte[32]))),
                change(Fault.ENTRY_RECORD, patch -> patch.replace(entry + "record", "A")),
                change(Fault.ENTRY_LEAF, patch -> patch.replace(entry + "record", "AAAA")),
                change(Fault.ENTRY_LEAF, patch -> patch.replace(entry + "leaf_hash", OTHER_HASH)),
                change(Fault.ENTRY_HASH, patch -> patch.replace(entry + "seq", 9)),
                change(Fault.ENTRY_HASH, patch -> patch.replace(entry + "lane", 9)),
                change(Fault.ENTRY_HASH, patch -> patch.replace(entry + "previous_hash", OTHER_HASH)),
                change(Fault.ENTRY_HASH, patch -> patch.replace(entry + "entry_hash", OTHER_HASH)),
                change(Fault.ENTRY_PROOF, patch -> patch.replace(entry + "tree_index", 4)),
                change(Fault.ENTRY_PROOF, patch -> patch.replace(entry + "path/0", OTHER_HASH)),
                change(Fault.ENTRY_PROOF, patch -> patch.remove(entry + "path/0")),
                change(
                        Fault.ENTRY_TWICE,
                        patch -> patch.copy("/predicate/ledger/entries/1", "/predicate/ledger/entries/0")),
                change(Fault.RECORD_NAME, patch -> patch.replace(entry + "kind", "gap")),
                change(Fault.RECORD_NAME, patch -> patch.replace(entry + "record_id", "x")),
                change(Fault.RECORD_FOREIGN, patch -> patch.replace("/predicate/run/tenant", "x")),
                change(Fault.RECORD_FOREIGN, patch -> patch.replace("/predicate/ledger/entries/1", foreign)),
                change(Fault.RUN_OPENED, patch -> patch.remove("/predicate/ledger/entries/0")),
                change(Fault.RUN_FINISHED, patch -> patch.remove("/predicate/ledger/entries/3")),
                change(Fault.RUN_FACTS, patch -> patch.replace("/predicate/run/started_at", "x")),
                change(Fault.RUN_FACTS, patch -> patch.replace("/predicate/run/terminal_mode", "x")),
                change(Fault.QUESTION_COMMITMENT, patch -> patch.remove("/predicate/question")),
                change(Fault.QUESTION_COMMITMENT, patch -> patch.replace("/predicate/question/commitment", OTHER_HASH)),
                change(Fault.QUESTION_OPENING, patch -> patch.replace("/predicate/question/opening/text", "x")),
                change(Fault.ANSWER_DIGEST, patch -> patch.replace("/predicate/answer/text", "x")),
                change(Fault.ANSWER_DIGEST, patch -> patch.replace("/predicate/answer/sha256", OTHER_HASH)),
                change(Fault.CLAIMS_DIGEST, patch -> patch.replace("/predicate/claim_map/coverage_observed", 1)),
                change(
                        Fault.EVIDENCE_DIGEST,
                        patch -> patch.replace("/predicate/evidence/0/label/classification", "public")),
                change(Fault.DECISION_FACTS, patch -> patch.replace("/predicate/decisions/2/verdict", "allow")),
                change(Fault.DECISION_FACTS, patch -> patch.remove("/predicate/decisions/2")),
                change(
                        Fault.DECISION_FACTS,
                        patch -> patch.move("/predicate/ledger/entries/2", "/predicate/ledger/entries/1")),
                change(
                        Fault.RUN_COUNTS,
                        patch -> patch.remove("/predicate/decisions/2").remove("/predicate/ledger/entries/2")),
                change(Fault.BUDGET_GRANTED, patch -> patch.replace("/predicate/budget/granted/max_bytes", 1)),
                change(Fault.BUDGET_SPENT, patch -> patch.replace("/predicate/budget/spent/bytes", 31)),
                change(Fault.BUDGET_SPENT, patch -> patch.replace("/predicate/budget/spent/operator_calls", 2)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("changes")
    void whatIsSignedButNotRecordedIsFound(Fault fault, UnaryOperator<JsonPatchBuilder> change) {
        WritReport report = trusting.verify(Resigned.of(WRIT, LOG.seal(), change));

        assertThat(report.found()).extracting(Found::fault).contains(fault);
        assertThat(report.found().getFirst().fault()).isEqualTo(fault);
    }

    @Test
    void evidenceThatNoRecordReleasedIsFound() {
        String writ = new WritSealing(LOG.seal())
                .seal(RUN.draft(List.of(RUN.opened(), RUN.answered("u2"), RUN.refused(), RUN.finished()), 4));

        assertThat(trusting.verify(bytes(writ)).found())
                .extracting(Found::fault)
                .containsExactly(Fault.EVIDENCE_RELEASED);
    }

    @Test
    void anEntryOfAnotherRunCannotStandForOneThatIsWithheld() {
        List<JsonObject> before = List.of(RUN.opened(), RUN.answered("u1"), RUN.refused());

        assertThat(trusting.verify(exchanged(RUN.finished(before))).found())
                .extracting(Found::fault)
                .containsExactly(Fault.RUN_COUNTS);
    }

    @Test
    void anEndThatOnlyCountsLetsItPassAndTheReaderIsTold() {
        JsonObject counting = Mutations.removed(RUN.finished(), "/run/leaves_sha256");

        WritReport report = trusting.verify(exchanged(counting));

        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(report.facts().orElseThrow().named()).isFalse();
        assertThat(trusting.verify(bytes(WRIT)).facts().orElseThrow().named()).isTrue();
    }

    /** The refusal is kept back, and a withheld record of another run has its place. */
    private static byte[] exchanged(JsonObject finished) {
        JsonObject foreign = new SampleRun(LOG, "01OTHER").refused();
        List<JsonObject> records = List.of(RUN.opened(), RUN.answered("u1"), foreign, finished);
        List<WritDraft.Held> held = new ArrayList<>(RUN.held(records, records));
        held.set(2, new WritDraft.Held(foreign, Optional.empty(), held.get(2).place()));
        return bytes(new WritSealing(LOG.seal()).seal(RUN.draft(held)));
    }

    private static Arguments change(Fault fault, UnaryOperator<JsonPatchBuilder> change) {
        return arguments(fault, change);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
