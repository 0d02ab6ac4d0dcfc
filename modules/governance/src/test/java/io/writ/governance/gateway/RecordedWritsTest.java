package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Digest;
import io.writ.governance.Caller;
import io.writ.governance.GovernanceException;
import io.writ.governance.WritOutcome;
import io.writ.governance.persistence.RunRecords;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.session.SessionKey;
import io.writ.governance.source.Reading;
import io.writ.governance.writ.TestLog;
import io.writ.governance.writ.WritFacts;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RecordedWritsTest {

    private final TestLog log = new TestLog("log.example/test");
    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Visit visit = Visit.to(desk);

    @Test
    void theWritOfAFinishedRunHoldsAndSaysWhatWasRecorded() {
        finish();

        WritReport report = verify(issued(writ(visit.caller(), tree())));

        assertThat(report.found()).isEmpty();
        WritFacts facts = report.facts().orElseThrow();
        assertThat(facts.answer()).contains("the answer");
        assertThat(facts.question()).contains("how long?");
        assertThat(facts.evidence()).hasValue(1);
        assertThat(facts.claims()).contains(new WritFacts.Claims(1, 1));
        assertThat(facts.notInFile()).isEmpty();
        assertThat(facts.entries()).isEqualTo(3);
        assertThat(facts.withheld()).isZero();
        assertThat(facts.named()).isTrue();
    }

    @Test
    void whatPolicySaidOfFindingsAndRefusalsIsWithheldFromTheOwnerAndNotFromWhoSeesAll() {
        desk.sources.holds(new Reading.Hits(List.of(Shelf.hit("public/a.txt"))));
        visit.search();
        desk.policy.on(PolicyAction.OPERATOR_CALL, _ -> Rulings.deny());
        visit.fetch();
        visit.finish();

        assertThat(verify(issued(writ(visit.caller(), tree())))
                        .facts()
                        .orElseThrow()
                        .withheld())
                .isEqualTo(2);

        desk.policy.on(PolicyAction.READ_ARCHIVE, request -> Rulings.allow(request, "archive_all"));
        Caller auditor = Samples.caller(visit.caller().principal().tenant(), "auditor");
        assertThat(verify(issued(writ(auditor, tree()))).facts().orElseThrow().withheld())
                .isZero();
    }

    @Test
    void aRecordThatWasTakenOutOfTheDatabaseIsMissed() {
        visit.fetch();
        finish();
        tamper("delete from writ.decision where event = 'operator_call' and ");

        assertThat(writ(visit.caller(), tree())).isEqualTo(new WritOutcome.Disagreeing("evidence.released"));
    }

    @Test
    void aRecordThatIsNotTheOneThatTheEndNamesIsMissed() {
        visit.fetch();
        finish();
        tamper("""
                update writ.decision
                   set canonical = regexp_replace(encode(canonical, 'escape'), '"blind":"..', '"blind":"zz')::bytea
                 where event = 'operator_call' and\s""");

        assertThat(writ(visit.caller(), tree())).isEqualTo(new WritOutcome.Disagreeing("run.counts"));
    }

    @Test
    void whatCameAfterTheEndIsThereAndNotCounted() {
        finish();
        visit.fetch();

        WritReport report = verify(issued(writ(visit.caller(), tree())));
        assertThat(report.found()).isEmpty();
        assertThat(report.facts().orElseThrow().entries()).isEqualTo(4);
    }

    @Test
    void whoMayNotSeeTheRunGetsNothing() {
        finish();

        assertThat(writ(Samples.caller(visit.caller().principal().tenant(), "colleague"), tree()))
                .isInstanceOf(WritOutcome.Unknown.class);
        assertThat(writ(Samples.caller(Samples.freshTenant(), "dev"), tree())).isInstanceOf(WritOutcome.Unknown.class);
        desk.policy.on(PolicyAction.READ_ARCHIVE, _ -> Rulings.deny());
        assertThat(writ(visit.caller(), tree())).isInstanceOf(WritOutcome.Unknown.class);
        assertThat(visit.recorded("policy_denied")).isEqualTo(1);
    }

    @Test
    void anOpenRunHasNoWrit() {
        assertThat(writ(visit.caller(), tree())).isInstanceOf(WritOutcome.Unfinished.class);
    }

    @Test
    void aWritIsWaitedForAndNotForLong() {
        finish();

        assertThat(writ(visit.caller(), tree().pending(3))).isInstanceOf(WritOutcome.Issued.class);
        assertThat(writ(visit.caller(), tree().pending(1_000))).isInstanceOf(WritOutcome.Pending.class);
    }

    @Test
    void aNodeWithoutTheKeySignsNothing() {
        finish();

        assertThat(desk.writs(tree(), Optional.empty())
                        .of(visit.caller(), visit.access().session()))
                .isInstanceOf(WritOutcome.KeyAbsent.class);
    }

    @Test
    void whileTheLogChangesItsKeyNobodyIsAlarmed() {
        finish();

        assertThat(desk.writs(tree(), Optional.of(new TestLog("log.example/test").seal()))
                        .of(visit.caller(), visit.access().session()))
                .isInstanceOf(WritOutcome.KeyOther.class);
    }

    @Test
    void whatWasChangedInTheDatabaseIsNotSigned() {
        finish();
        assertThat(writ(visit.caller(), tree().forgetting())).isEqualTo(new WritOutcome.Disagreeing("entry.missing"));

        tamper("update writ.session set claim_map = jsonb_set(claim_map, '{notes}', '\"x\"') where ");
        assertThat(writ(visit.caller(), tree())).isEqualTo(new WritOutcome.Disagreeing("claims.digest"));
    }

    @Test
    void anErasedQuestionLeavesItsCommitmentAndTheWritHolds() {
        finish();
        tamper("delete from writ.subject_key where ");

        WritReport report = verify(issued(writ(visit.caller(), tree())));
        assertThat(report.found()).isEmpty();
        assertThat(report.facts().orElseThrow().question()).isEmpty();
    }

    @Test
    void aWritThatIsHandedOutIsRecordedByItsDigestBefore() {
        finish();
        String envelope = issued(writ(visit.caller(), tree()));

        assertThat(TestDatabase.count(
                        "select count(*) from writ.decision where event = 'read_archive' and tenant_id = '"
                                + visit.caller().principal().tenant()
                                + "' and convert_from(canonical, 'UTF8')::json #>> '{detail,writ_sha256}' = '"
                                + Digest.of(envelope) + "'"))
                .isEqualTo(1);
        desk.lanes.goDown();
        assertThatThrownBy(() -> writ(visit.caller(), tree())).isInstanceOf(GovernanceException.class);
    }

    @Test
    void manyWhoAskAtOnceEachGetOneThatHolds() throws Exception {
        finish();
        Callable<WritOutcome> asking = () -> writ(visit.caller(), tree());

        List<WritOutcome> outcomes;
        try (var threads = Executors.newFixedThreadPool(4)) {
            outcomes = threads.invokeAll(Collections.nCopies(8, asking)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(outcomes)
                .allSatisfy(
                        outcome -> assertThat(verify(issued(outcome)).found()).isEmpty());
    }

    private void finish() {
        visit.finish(answer(visit.fetch()).units().getFirst().id());
    }

    private FakeTree tree() {
        SessionKey key = new SessionKey(
                visit.caller().principal().tenant(), visit.access().session());
        return new FakeTree(log, new RunRecords(desk.database), key);
    }

    private WritOutcome writ(Caller caller, FakeTree tree) {
        return desk.writs(tree, Optional.of(log.seal()))
                .of(caller, visit.access().session());
    }

    private WritReport verify(String envelope) {
        return new WritVerifier(List.of(log.seal().key()), List.of()).verify(envelope.getBytes(StandardCharsets.UTF_8));
    }

    private void tamper(String sql) {
        TestDatabase.tamper(sql + "tenant_id = '" + visit.caller().principal().tenant() + "'");
    }

    private static String issued(WritOutcome outcome) {
        assertThat(outcome).isInstanceOf(WritOutcome.Issued.class);
        return ((WritOutcome.Issued) outcome).envelope();
    }
}
