package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.bundle.signature.Signer;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.engine.EngineFactory;
import io.writ.governance.source.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever a look breaks with, upkeep goes on and everybody can see that it broke. */
class BrokenLookTest {

    private static final Signer SIGNER = Signer.of("release", "EdDSA");

    private final Shelf shelf = new Shelf();
    private final FakeJournal journal = new FakeJournal();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private final LivePolicy live = new LivePolicy(clock, Duration.ofHours(1));

    @Test
    void anErrorIsTroubleThatIsCountedAndTheNextLookMendsIt() {
        Upkeep upkeep = upkeep(_ -> new SilentEngine());
        shelf.breaksWith = Optional.of(new OutOfMemoryError("hostile"));
        upkeep.look();
        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.BROKEN);
        assertThat(live.state().trouble().orElseThrow().problem()).contains("broke with OutOfMemoryError");
        assertThat(upkeep.counts().byOutcome()).containsEntry("bundle.broken", 1L);

        shelf.breaksWith = Optional.empty();
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep.look();
        assertThat(live.state().trouble()).isEmpty();
        assertThat(live.get()).isInstanceOf(PolicySnapshot.Loaded.class);
    }

    @Test
    void anEngineThatRunsOutOfStackRefusesTheBundle() {
        shelf.offer(Shelf.version(SIGNER, 1));
        upkeep(_ -> {
                    throw new StackOverflowError();
                })
                .look();

        assertThat(live.state().trouble().orElseThrow().flaw()).isEqualTo(BundleFlaw.ENGINE);
        assertThat(journal.words()).containsExactly("bundle.engine");
    }

    @Test
    void theWatchGoesOnAfterAnError() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(2);
        EngineFactory broken = _ -> {
            looks.countDown();
            throw new NoClassDefFoundError("missing");
        };
        shelf.offer(Shelf.version(SIGNER, 1));
        try (BundleWatch watch = new BundleWatch(
                upkeep(broken), Duration.ofMillis(5), Thread.ofVirtual().factory())) {
            watch.start();
            assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Upkeep upkeep(EngineFactory engines) {
        BundleTrust trust = new BundleTrust(Optional.of(SIGNER.keys()), Optional.empty(), false);
        return new Upkeep(new UpkeepParts(shelf, trust, List.of(), engines, journal), live, clock);
    }
}
