package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.signature.Signer;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.Workshop;
import io.writ.governance.policy.engine.EngineFactory;
import io.writ.governance.source.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every bundle here is signed by a trusted key; what is old stays out nevertheless. */
class RollbackTest {

    private static final Signer SIGNER = Signer.of("release", "EdDSA");

    private final Shelf shelf = new Shelf();
    private final FakeJournal journal = new FakeJournal();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private final LivePolicy live = new LivePolicy(clock, Duration.ofHours(1));
    private final List<ActivationCheck> checks = new ArrayList<>(List.of(new RollbackCheck(journal, live)));

    @Test
    void anOlderRuleSetIsRefusedUnlessToldSo() {
        look(Shelf.version(SIGNER, 2));
        look(Shelf.version(SIGNER, 1));
        assertThat(revision()).startsWith("2+sha256:");
        assertThat(journal.words()).containsExactly("activated 2", "bundle.rollback");

        checks.clear();
        look(Shelf.version(SIGNER, 1));
        assertThat(revision()).startsWith("1+sha256:");
    }

    @Test
    void whatWasInForceBeforeARestartIsNotForgotten() {
        journal.newest = Optional.of(new Activation(new RuleSet(7), Digest.of("seventh")));
        look(Shelf.version(SIGNER, 6));

        assertThat(live.get()).isInstanceOf(PolicySnapshot.Unusable.class);
        assertThat(live.state().trouble().orElseThrow().problem()).contains("rule set 6", "7 was in force already");
    }

    @Test
    void grantsThatWereRevokedDoNotReturnUnderTheSameRuleSet() {
        look(grants("everything"));
        look(grants("little"));
        look(grants("everything"));

        assertThat(journal.words()).containsExactly("activated 1", "activated 1", "bundle.rollback");
        assertThat(live.state().trouble().orElseThrow().problem())
                .contains("was in force before", "raise rule_set", "WRIT_POLICY_ALLOW_ROLLBACK");
        look(grants("less"));
        assertThat(live.state().trouble()).as("what was never in force is new").isEmpty();
    }

    @Test
    void theBundleThatIsNewestAnywhereComesIntoForceAfterARestart() {
        look(grants("everything"));
        look(grants("little"));
        Digest newest = live.state().active().orElseThrow().bundle().digest();
        LivePolicy restarted = new LivePolicy(clock, Duration.ofHours(1));
        upkeep(_ -> new SilentEngine(), restarted).look();

        assertThat(((PolicySnapshot.Loaded) restarted.get()).bundle()).isEqualTo(newest);
    }

    @Test
    void aNewerBundleOfAnotherNodeWinsWhileThisOneIsStillCompiled() {
        shelf.offer(Shelf.version(SIGNER, 1));
        EngineFactory slow = _ -> {
            journal.newest = Optional.of(new Activation(new RuleSet(2), Digest.of("of another node")));
            return new SilentEngine();
        };
        upkeep(slow, live).look();

        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.ROLLBACK);
        assertThat(journal.words()).containsExactly("bundle.rollback");
    }

    @Test
    void whatIsInForceHereIsNotGoneBehindEvenWithoutItsRecord() {
        look(Shelf.version(SIGNER, 3));
        journal.newest = Optional.empty();
        look(Shelf.version(SIGNER, 2));

        assertThat(revision()).startsWith("3+sha256:");
        assertThat(live.state().trouble().orElseThrow().problem()).contains("3 was in force already");
    }

    private void look(Workshop bundle) {
        shelf.offer(bundle);
        upkeep(_ -> new SilentEngine(), live).look();
    }

    private Upkeep upkeep(EngineFactory engines, LivePolicy policy) {
        BundleTrust trust = new BundleTrust(Optional.of(SIGNER.keys()), Optional.empty(), false);
        return new Upkeep(new UpkeepParts(shelf, trust, checks, engines, journal), policy, clock);
    }

    private String revision() {
        return ((PolicySnapshot.Loaded) live.get()).revision();
    }

    private static Workshop grants(String what) {
        return SIGNER.sign(Shelf.version(SIGNER, 1)
                .without(".signatures.json")
                .with("data.json", "{\"writ\":{\"grants\":\"" + what + "\"}}"));
    }
}
