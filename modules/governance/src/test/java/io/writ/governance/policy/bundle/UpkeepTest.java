package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.bundle.signature.Signer;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.Workshop;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.source.SettableClock;
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
    private final LivePolicy live = new LivePolicy(clock, Duration.ofHours(1));
    private final List<ActivationCheck> checks = new ArrayList<>(List.of(new RollbackCheck(journal, live)));

    @Test
    void aSignedBundleComesIntoForceAndIsRecordedFirst() {
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep().look();

        assertThat(revision()).startsWith("1+sha256:");
        assertThat(live.state().active().orElseThrow().signedBy()).contains("release");
        assertThat(journal.words()).containsExactly("activated 1");
        assertThat(live.state().trouble()).isEmpty();
    }

    @Test
    void theNextVersionReplacesItAsAWhole() {
        Upkeep upkeep = upkeep();
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep.look();
        PolicySnapshot before = live.get();
        shelf.offer(Shelf.version(SIGNER, 2));
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
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep.look();
        shelf.offer(Shelf.version(SIGNER, 2).with("data.json", "{\"writ\":{\"changed\":true}}"));
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
        Workshop good = Shelf.version(SIGNER, 1);
        shelf.offer(good);
        upkeep.look();
        shelf.offer(Shelf.version(SIGNER, 2).with("plan.json", "{}x"));
        upkeep.look();
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep.look();

        assertThat(live.state().trouble()).isEmpty();
        assertThat(journal.words()).containsExactly("activated 1", "bundle.signature");
    }

    @Test
    void withoutARecordNothingComesIntoForce() {
        journal.down = true;
        shelf.offer(Shelf.version(SIGNER, 1));
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
        shelf.offer(Shelf.version(SIGNER, 1).without(".signatures.json"));
        upkeep().look();

        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.UNSIGNED);
        assertThat(journal.words()).containsExactly("bundle.unsigned");
    }

    @Test
    void aPinAcceptsExactlyOneDigest() {
        PolicyBundle good = BundleReading.of(Shelf.version(SIGNER, 1).content());
        shelf.offer(Shelf.version(SIGNER, 2).without(".signatures.json"));
        Upkeep pinned = upkeep(new BundleTrust(Optional.empty(), Optional.of(good.digest()), false));
        pinned.look();
        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.PIN);
        assertThat(live.state().trouble().orElseThrow().problem()).contains("demands sha256:" + good.digest());

        shelf.offer(Shelf.version(SIGNER, 1).without(".signatures.json"));
        pinned.look();
        assertThat(((PolicySnapshot.Loaded) live.get()).bundle()).isEqualTo(good.digest());
    }

    @Test
    void withNeitherKeyNorPinNothingFromOutsideIsAccepted() {
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep(new BundleTrust(Optional.empty(), Optional.empty(), false)).look();

        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.UNSIGNED);
    }

    @Test
    void aSourceThatIsAwayMakesThePolicyStaleAndItsReturnMendsIt() {
        Upkeep upkeep = upkeep();
        shelf.offer(Shelf.version(SIGNER, 1));
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
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep.look();
        assertThat(revision()).startsWith("1+sha256:");
    }

    @Test
    void aSourceThatOffersOnlyBadBundlesConfirmsNothing() {
        Upkeep upkeep = upkeep();
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep.look();
        shelf.offer(Shelf.version(SIGNER, 2).with("plan.json", "{}x"));
        clock.pass(Duration.ofMinutes(61));
        upkeep.look();

        assertThat(((PolicySnapshot.Unusable) live.get()).failure()).isEqualTo(PolicyFailure.STALE);
    }

    @Test
    void aCheckThatObjectsOrBreaksKeepsTheBundleOut() {
        checks.add(new Objecting(_ -> Optional.of("no backtest report")));
        shelf.offer(Shelf.version(SIGNER, 1));
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
        Workshop odd = Shelf.version(SIGNER, 1).without(".signatures.json").with("nested/data.json", "{}");
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
}
