package io.writ.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerException;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LanePoolTest {

    private static final Digest LEAF = Digest.of("leaf");

    private final FakeRegister register = new FakeRegister();
    private final LanePool pool = new LanePool(register, new LedgerConfig("node", 2, Duration.ofMillis(20)));
    private final FakeTransactions transactions = new FakeTransactions();
    private final Lanes lanes = new LeasedLanes(transactions, pool);

    @Test
    void lanesAreOpenedWhenNeededAndUsedAgain() {
        pool.giveBack(pool.take());
        pool.giveBack(pool.take());
        assertThat(register.opened).isEqualTo(1);
    }

    @Test
    void aCallerWaitsForAFreeLaneNoLongerThanTold() {
        pool.take();
        Lane second = pool.take();
        assertThatThrownBy(pool::take).isInstanceOf(LedgerException.class).hasMessageContaining("no ledger lane");
        pool.giveBack(second);
        assertThat(pool.take()).isSameAs(second);
    }

    @Test
    void aFailedOpeningDoesNotUseUpALane() {
        register.broken = true;
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(pool::take).isInstanceOf(LedgerException.class).hasMessage("broken");
        }
        register.broken = false;
        assertThat(pool.take().head().seq()).isZero();
    }

    @Test
    void aDoubtfulLaneSurvivesUntilTheDatabaseCanBeAsked() {
        rolledBackEntry();
        register.broken = true;
        assertThatThrownBy(pool::take).hasMessage("broken");
        register.broken = false;
        assertThat(pool.take().head().lane()).isEqualTo(1);
    }

    @Test
    void aDoubtfulLaneThatDoesNotEndAtItsHeadIsRetired() {
        rolledBackEntry();
        register.others.add(1L);
        assertThat(pool.take().head().lane()).isEqualTo(2);
    }

    @Test
    void aLaneThatDoesNotEndAtItsHeadPutsTheOthersInDoubt() {
        Lane first = pool.take();
        pool.giveBack(pool.take());
        pool.giveBack(first);
        rolledBackEntry();
        register.others.addAll(List.of(1L, 2L));
        assertThat(pool.take().head().lane()).isEqualTo(3);
        assertThat(register.asked).containsExactly(1L, 2L);
    }

    @Test
    void anUnknownOutcomePutsTheOthersInDoubt() {
        Lane first = pool.take();
        Lane second = pool.take();
        pool.giveBack(first);
        pool.retire(second);
        register.others.add(1L);
        assertThat(pool.take().head().lane()).isEqualTo(3);
    }

    @Test
    void aLaneThatWasInUseDuringAnAlarmIsComparedAsWell() {
        Lane first = pool.take();
        pool.retire(pool.take());
        pool.giveBack(first);
        assertThat(pool.take()).isSameAs(first);
        assertThat(register.asked).containsExactly(1L);
        pool.giveBack(first);
        assertThat(pool.take()).isSameAs(first);
        assertThat(register.asked).as("once is enough").hasSize(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerPutsTheOthersInDoubt() {
        Lane first = pool.take();
        pool.giveBack(pool.take());
        pool.giveBack(first);
        rolledBackEntry();
        register.broken = true;
        assertThatThrownBy(pool::take).hasMessage("broken");
        register.broken = false;
        register.others.addAll(List.of(1L, 2L));
        assertThat(pool.take().head().lane()).isEqualTo(3);
    }

    @Test
    void aRollbackWithoutAnEntryRaisesNoDoubt() {
        transactions.begin();
        lanes.lease();
        transactions.end(Status.STATUS_ROLLEDBACK);
        pool.take();
        assertThat(register.asked).isEmpty();
    }

    @Test
    void oneTransactionHoldsOneLaneForAllItsEntries() {
        transactions.begin();
        assertThat(lanes.lease()).isSameAs(lanes.lease());
        assertThat(lanes.lease()
                        .next(EntryKind.DECISION, UUID.randomUUID(), LEAF)
                        .seq())
                .isEqualTo(1);
        assertThat(lanes.lease()
                        .next(EntryKind.DECISION, UUID.randomUUID(), LEAF)
                        .seq())
                .isEqualTo(2);
        transactions.end(Status.STATUS_COMMITTED);
        assertThat(pool.take().head().seq()).isEqualTo(2);
    }

    @Test
    void withoutATransactionThereIsNoLease() {
        assertThatThrownBy(lanes::lease).isInstanceOf(LedgerException.class).hasMessageContaining("active transaction");
        assertThat(register.opened).isZero();
    }

    @Test
    void aLeaseThatEndedGivesNoEntry() {
        transactions.begin();
        LaneLease lease = lanes.lease();
        transactions.end(Status.STATUS_COMMITTED);
        assertThatThrownBy(() -> lease.next(EntryKind.DECISION, UUID.randomUUID(), LEAF))
                .isInstanceOf(LedgerException.class);
    }

    private void rolledBackEntry() {
        transactions.begin();
        lanes.lease().next(EntryKind.DECISION, UUID.randomUUID(), LEAF);
        transactions.end(Status.STATUS_ROLLEDBACK);
    }

    private static final class FakeRegister implements LaneRegister {

        private int opened;
        private boolean broken;
        private final Set<Long> others = new HashSet<>();
        private final List<Long> asked = new ArrayList<>();

        @Override
        public Lane open() {
            failIfBroken();
            opened++;
            return new Lane(new LaneHead(opened, 0, Digest.of("genesis " + opened)));
        }

        @Override
        public boolean confirms(Lane lane) {
            failIfBroken();
            asked.add(lane.head().lane());
            return !others.contains(lane.head().lane());
        }

        private void failIfBroken() {
            if (broken) {
                throw new LedgerException("broken");
            }
        }
    }
}
