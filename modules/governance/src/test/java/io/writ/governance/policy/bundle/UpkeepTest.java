package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.bundle.signature.Signer;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.bundle.source.Edition;
import io.writ.governance.policy.bundle.source.Workshop;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.source.SettableClock;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Signer SIGNER = Signer.of("release", "EdDSA");

    private final SettableClock clock = new SettableClock(NOW);
    private final Shelf shelf = new Shelf();
    private final FakeJournal journal = new FakeJournal();
    private final List<ActivationCheck> checks = new ArrayList<>(List.of(new RollbackCheck(journal)));
    private final LivePolicy live = new LivePolicy(clock, Duration.ofHours(1));

    @Test
    void aSignedBundleComesIntoForceAndIsRecordedFirst() {
        shelf.offer(version(1));
        upkeep().look();

        assertThat(revision()).startsWith("1+sha256:");
        assertThat(live.state().active().orElseThrow().signedBy()).contains("release");
        assertThat(journal.words()).containsExactly("activated 1");
        assertThat(live.state().trouble()).isEmpty();
    }

    @Test
    void theNextVersionReplacesItAsAWhole() {
        Upkeep upkeep = upkeep();
        shelf.offer(version(1));
        upkeep.look();
        PolicySnapshot before = live.get();
        shelf.offer(version(2));
        upkeep.look();

        assertThat(revision()).startsWith("2+sha256:");
        assertThat(before).isNotEqualTo(live.get());
        assertThat(journal.words()).containsExactly("activated 1", "activated 2");
        assertThat(((ActivationEvent.Activated) journal.events.getLast()).replaced())
                .contains(((PolicySnapshot.Loaded) before).bundle());
    }

    @Test
    void aTamperedBundleLeavesTheLastGoodOneAndIsRecordedOnce() {
        Upkeep upkeep = upkeep();
        shelf.offer(version(1));
        upkeep.look();
        shelf.offer(version(2).with("data.json", "{\"writ\":{\"changed\":true}}"));
        upkeep.look();
        upkeep.look();

        assertThat(revision()).startsWith("1+sha256:");
        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.SIGNATURE);
        assertThat(journal.words()).containsExactly("activated 1", "bundle.signature");
        assertThat(upkeep.counts().byOutcome()).containsEntry("bundle.signature", 2L);
    }

    @Test
    void goingBackToTheGoodOneEndsTheTrouble() {
        Upkeep upkeep = upkeep();
        Workshop good = version(1);
        shelf.offer(good);
        upkeep.look();
        shelf.offer(version(2).with("plan.json", "{}x"));
        upkeep.look();
        shelf.offer(version(1));
        upkeep.look();

        assertThat(live.state().trouble()).isEmpty();
        assertThat(journal.words()).containsExactly("activated 1", "bundle.signature");
    }

    @Test
    void anOlderRuleSetIsRefusedUnlessToldSo() {
        shelf.offer(version(2));
        upkeep().look();
        shelf.offer(version(1));
        upkeep().look();
        assertThat(revision()).startsWith("2+sha256:");
        assertThat(journal.words()).containsExactly("activated 2", "bundle.rollback");

        checks.clear();
        upkeep().look();
        assertThat(revision()).startsWith("1+sha256:");
    }

    @Test
    void whatWasInForceBeforeARestartIsNotForgotten() {
        journal.newest = Optional.of(new RuleSet(7));
        shelf.offer(version(6));
        upkeep().look();

        assertThat(live.get()).isInstanceOf(PolicySnapshot.Unusable.class);
        assertThat(live.state().trouble().orElseThrow().problem()).contains("rule set 6", "7 was in force already");
    }

    @Test
    void withoutARecordNothingComesIntoForce() {
        journal.down = true;
        shelf.offer(version(1));
        Upkeep upkeep = upkeep();
        upkeep.look();
        assertThat(live.get()).isInstanceOf(PolicySnapshot.Unusable.class);

        journal.down = false;
        upkeep.look();
        assertThat(revision()).startsWith("1+sha256:");
        assertThat(journal.words()).containsExactly("activated 1");
    }

    @Test
    void anUnsignedBundleIsRefused() {
        shelf.offer(version(1).without(".signatures.json"));
        upkeep().look();

        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.UNSIGNED);
        assertThat(journal.words()).containsExactly("bundle.unsigned");
    }

    @Test
    void aPinAcceptsExactlyOneDigest() {
        PolicyBundle good = BundleReading.of(version(1).content());
        shelf.offer(version(2).without(".signatures.json"));
        Upkeep pinned = upkeep(new BundleTrust(Optional.empty(), Optional.of(good.digest()), false));
        pinned.look();
        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.PIN);
        assertThat(live.state().trouble().orElseThrow().problem()).contains("demands sha256:" + good.digest());

        shelf.offer(version(1).without(".signatures.json"));
        pinned.look();
        assertThat(((PolicySnapshot.Loaded) live.get()).bundle()).isEqualTo(good.digest());
    }

    @Test
    void withNeitherKeyNorPinNothingFromOutsideIsAccepted() {
        shelf.offer(version(1));
        upkeep(new BundleTrust(Optional.empty(), Optional.empty(), false)).look();

        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.UNSIGNED);
    }

    @Test
    void aSourceThatIsAwayMakesThePolicyStaleAndItsReturnMendsIt() {
        Upkeep upkeep = upkeep();
        shelf.offer(version(1));
        upkeep.look();
        shelf.away = true;
        clock.pass(Duration.ofMinutes(60));
        upkeep.look();
        assertThat(live.get()).isInstanceOf(PolicySnapshot.Loaded.class);
        clock.pass(Duration.ofMinutes(1));
        assertThat(((PolicySnapshot.Unusable) live.get()).failure()).isEqualTo(PolicyFailure.STALE);

        shelf.away = false;
        upkeep.look();
        assertThat(revision()).startsWith("1+sha256:");
        assertThat(journal.words()).containsExactly("activated 1");
    }

    @Test
    void aSourceThatIsAwayAtFirstDeniesUntilItIsThere() {
        Upkeep upkeep = upkeep();
        shelf.away = true;
        upkeep.look();
        assertThat(((PolicySnapshot.Unusable) live.get()).failure()).isEqualTo(PolicyFailure.UNAVAILABLE);
        assertThat(journal.words()).as("nothing was offered").isEmpty();

        shelf.away = false;
        shelf.offer(version(1));
        upkeep.look();
        assertThat(revision()).startsWith("1+sha256:");
    }

    @Test
    void aSourceThatOffersOnlyBadBundlesConfirmsNothing() {
        Upkeep upkeep = upkeep();
        shelf.offer(version(1));
        upkeep.look();
        shelf.offer(version(2).with("plan.json", "{}x"));
        clock.pass(Duration.ofMinutes(61));
        upkeep.look();

        assertThat(((PolicySnapshot.Unusable) live.get()).failure()).isEqualTo(PolicyFailure.STALE);
    }

    @Test
    void aCheckThatObjectsOrBreaksKeepsTheBundleOut() {
        checks.add(new Objecting(_ -> Optional.of("no backtest report")));
        shelf.offer(version(1));
        upkeep().look();
        checks.set(1, new Objecting(_ -> {
            throw new IllegalStateException("broken");
        }));
        upkeep().look();

        assertThat(journal.events)
                .extracting(event -> ((ActivationEvent.Refused) event).problem())
                .containsExactly("no backtest report", "a check of the bundle broke: broken");
    }

    @Test
    void aFileThatHasNoPlaceInABundleIsRefused() {
        Workshop odd = version(1).without(".signatures.json").with("nested/data.json", "{}");
        shelf.offer(SIGNER.sign(odd));
        upkeep().look();

        assertThat(live.state().trouble().orElseThrow().problem()).contains("nested/data.json", "has no place in it");
    }

    private Upkeep upkeep() {
        return upkeep(new BundleTrust(Optional.of(SIGNER.keys()), Optional.empty(), false));
    }

    private Upkeep upkeep(BundleTrust trust) {
        return new Upkeep(new UpkeepParts(shelf, trust, checks, _ -> new SilentEngine(), journal), live, clock);
    }

    private String revision() {
        return ((PolicySnapshot.Loaded) live.get()).revision();
    }

    private static Workshop version(int ruleSet) {
        String revision = ruleSet + "+sha256:" + "0".repeat(15) + ruleSet;
        return SIGNER.sign(new Workshop()
                .with("plan.json", "{\"version\":" + ruleSet + "}")
                .with("data.json", "{\"writ\":{\"version\":" + ruleSet + "}}")
                .with(
                        ".manifest",
                        "{\"revision\":\"" + revision + "\",\"metadata\":{\"rule_set\":\"" + ruleSet + "\"}}")
                .with("writ/a.rego", "package writ.a"));
    }

    /** A source that holds what a test puts there. */
    private static final class Shelf implements BundleSource {

        private Optional<BundleContent> offered = Optional.empty();
        private boolean away;

        void offer(Workshop bundle) {
            offered = Optional.of(bundle.content());
        }

        @Override
        public Look look(Optional<Edition> active) {
            if (away) {
                return new Look.Failed(BundleFlaw.UNREACHABLE, "away");
            }
            BundleContent content = offered.orElseThrow();
            Edition edition = new Edition(Optional.empty(), content.fingerprint());
            return active.equals(Optional.of(edition)) ? new Look.Unchanged() : new Look.Found(content, edition);
        }

        @Override
        public String kind() {
            return "shelf";
        }
    }

    private record Objecting(java.util.function.Function<Candidate, Optional<String>> says) implements ActivationCheck {

        @Override
        public Optional<String> objection(Candidate candidate) {
            return says.apply(candidate);
        }

        @Override
        public BundleFlaw flaw() {
            return BundleFlaw.REPORT;
        }
    }

    private static final class SilentEngine implements PolicyEngine {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Answer evaluate(JsonObject input) {
            return new Answer.Document(
                    "silent",
                    JsonValue.NULL,
                    new Explanation.Opaque(Digest.of("").hex()));
        }
    }
}
