package io.writ.governance.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.governance.PolicyConfig;
import io.writ.governance.Ulids;
import io.writ.governance.persistence.ActivationRows;
import io.writ.governance.persistence.PlainRecording;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.persistence.TestLanes;
import io.writ.governance.policy.bundle.Activation;
import io.writ.governance.policy.bundle.ActivationEvent;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.RuleSet;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.source.SettableClock;
import io.writ.governance.transcript.Scribe;
import io.writ.governance.transcript.SystemCaller;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedActivationsTest {

    private static final BundleSource.Look.Found SHIPPED = (BundleSource.Look.Found)
            BundleSource.of(new PolicyConfig.Source.Packaged()).look(Optional.empty());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final TestLanes lanes = new TestLanes();
    private final RecordedActivations journal = journal();

    @Test
    void theNewestActivationIsRememberedAndARefusalIsNot() {
        assertThat(journal.record(new ActivationEvent.Activated(candidate(30), Optional.empty())))
                .isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(journal.record(refused(candidate(90)))).isTrue();

        assertThat(journal.newest()).contains(new Activation(new RuleSet(30), Digest.of("bundle 30")));
        clock.pass(Duration.ofSeconds(1));
        journal.record(new ActivationEvent.Activated(candidate(2), Optional.of(Digest.of("before"))));
        assertThat(journal.newest().orElseThrow().ruleSet())
                .as("the highest, in whatever order nodes record")
                .isEqualTo(new RuleSet(30));

        clock.pass(Duration.ofSeconds(1));
        journal.record(new ActivationEvent.Activated(candidate(40, "old"), Optional.empty()));
        clock.pass(Duration.ofSeconds(1));
        journal.record(new ActivationEvent.Activated(candidate(40, "new"), Optional.empty()));
        clock.pass(Duration.ofSeconds(1));
        journal.record(new ActivationEvent.Activated(candidate(40, "old"), Optional.empty()));

        assertThat(journal.newest())
                .as("an equal one that appeared last, not the one that was recorded last")
                .contains(new Activation(new RuleSet(40), Digest.of("new")));
    }

    @Test
    void whichBundlesWereInForceIsKnownByTheirDigest() {
        journal.record(new ActivationEvent.Activated(candidate(1), Optional.empty()));
        journal.record(refused(candidate(8)));

        assertThat(journal.hasActivated(Digest.of("bundle 1"))).isTrue();
        assertThat(journal.hasActivated(Digest.of("bundle 8"))).isFalse();
    }

    @Test
    void anActivationIsRememberedWhenItsRecordWasRetired() {
        journal.record(new ActivationEvent.Activated(candidate(1, "long ago"), Optional.empty()));
        Optional<Activation> before = journal.newest();

        assertThat(TestDatabase.tamper("delete from writ.decision where tenant_id = 'writ:system'"))
                .isPositive();

        assertThat(journal.hasActivated(Digest.of("long ago"))).isTrue();
        assertThat(journal.newest()).isPresent().isEqualTo(before);
    }

    @Test
    void aRefusalSaysWhatWasOfferedAndWhatStays() {
        clock.pass(Duration.ofDays(1));
        journal.record(refused(candidate(4)));
        JsonObject record = last();

        assertThat(record.getString("event")).isEqualTo("activate_policy");
        assertThat(record.getString("outcome")).isEqualTo("refused");
        assertThat(record.getString("reason")).isEqualTo("bundle.signature");
        assertThat(record.getString("tenant")).isEqualTo("writ:system");
        assertThat(record.getString("verdict")).isEqualTo("not_asked");
        JsonObject detail = record.getJsonObject("detail");
        assertThat(detail.getString("problem")).isEqualTo("somebody changed it");
        assertThat(detail.getString("revision")).startsWith("4+sha256:");
        assertThat(detail.getString("kept_sha256")).isEqualTo(Digest.of("kept").hex());
        assertThat(detail.getString("signed_by")).isEqualTo("release");
        assertThat(detail.getString("source")).isEqualTo("url");
    }

    @Test
    void withTheLedgerDownNothingIsRecordedAndItIsSaid() {
        lanes.goDown();

        assertThat(journal.record(refused(candidate(1)))).isFalse();
    }

    private RecordedActivations journal() {
        SecureRandom random = new SecureRandom();
        return new RecordedActivations(
                new Scribe(clock, random),
                Records.oneByOne(
                        new PlainRecording(TestDatabase.app()), lanes, TestDatabase.app(), TestDatabase.keys()),
                new ActivationRows(TestDatabase.app()),
                new SystemCaller("node-a", new Ulids(clock, random), random));
    }

    private static ActivationEvent.Refused refused(Candidate candidate) {
        return new ActivationEvent.Refused(
                "url",
                Optional.of(candidate.fingerprint()),
                Optional.of(candidate),
                BundleFlaw.SIGNATURE,
                "somebody changed it",
                Optional.of(Digest.of("kept")));
    }

    private static Candidate candidate(int ruleSet) {
        return candidate(ruleSet, "bundle " + ruleSet);
    }

    private static Candidate candidate(int ruleSet, String content) {
        PolicyBundle bundle = new PolicyBundle(
                ruleSet + "+sha256:0123456789abcdef",
                Digest.of(content),
                JsonValue.EMPTY_JSON_OBJECT,
                JsonValue.EMPTY_JSON_OBJECT,
                new byte[0]);
        return new Candidate(
                SHIPPED.content(),
                bundle,
                new RuleSet(ruleSet),
                Digest.of("archive " + ruleSet),
                Optional.of("release"),
                false,
                "url");
    }

    private static JsonObject last() {
        String sql = "select set_config('writ.tenant_id', 'writ:system', false)";
        try (Connection connection = TestDatabase.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet row = statement.executeQuery("select canonical from writ.decision where tenant_id ="
                    + " 'writ:system' order by occurred_at desc limit 1")) {
                row.next();
                return StrictJson.parseObject(row.getBytes(1));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
