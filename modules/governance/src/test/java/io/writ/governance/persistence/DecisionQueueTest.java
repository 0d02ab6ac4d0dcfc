package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionQueueTest {

    private final TenantId one = Samples.freshTenant();
    private final TenantId other = Samples.freshTenant();

    @Test
    void aBatchIsOfOneTenantAndKeepsItsOrder() throws Exception {
        DecisionQueue queue = new DecisionQueue(100);
        List<Queued<?>> ones = offer(queue, one, 3);
        List<Queued<?>> others = offer(queue, other, 2);
        List<Queued<?>> more = offer(queue, one, 1);

        List<Queued<?>> expected = new ArrayList<>(ones);
        expected.addAll(more);
        assertThat(queue.take()).isEqualTo(expected);
        assertThat(queue.take()).isEqualTo(others);
        assertThat(queue.length()).isZero();
    }

    @Test
    void aTenantWithManyTakesTurnsWithATenantWithFew() throws Exception {
        DecisionQueue queue = new DecisionQueue(4 * DecisionQueue.BATCH_MAX);
        offer(queue, one, DecisionQueue.BATCH_MAX + 5);
        offer(queue, other, 1);

        assertThat(queue.take()).hasSize(DecisionQueue.BATCH_MAX);
        assertThat(queue.take()).singleElement().extracting(Queued::tenant).isEqualTo(other);
        assertThat(queue.take()).hasSize(5);
    }

    @Test
    void aFullQueueTakesNoMore() {
        DecisionQueue queue = new DecisionQueue(2);
        offer(queue, one, 1);
        offer(queue, other, 1);

        assertThat(queue.offer(Waiting.note(one))).isFalse();
        assertThat(queue.length()).isEqualTo(2);
    }

    @Test
    void oneTenantLeavesRoomForOthers() {
        DecisionQueue queue = new DecisionQueue(10);
        offer(queue, one, 5);

        assertThat(queue.offer(Waiting.note(one))).isFalse();
        assertThat(queue.offer(Waiting.note(other))).isTrue();
    }

    @Test
    void whatIsWithdrawnIsNeverHandedOut() throws Exception {
        DecisionQueue queue = new DecisionQueue(10);
        List<Queued<?>> waiting = offer(queue, one, 2);

        assertThat(queue.withdraw(waiting.getFirst())).isTrue();
        assertThat(queue.withdraw(waiting.getFirst())).isFalse();
        assertThat(queue.take()).containsExactly(waiting.getLast());
        assertThat(queue.withdraw(waiting.getLast())).isFalse();
    }

    @Test
    void whoeverWaitsForADecisionIsWokenByOneAndByTheEnd() throws Exception {
        DecisionQueue queue = new DecisionQueue(10);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<List<Queued<?>>> taken = threads.submit(queue::take);
            List<Queued<?>> offered = offer(queue, one, 1);
            assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo(offered);

            Future<List<Queued<?>>> ended = threads.submit(queue::take);
            assertThat(queue.close()).isEmpty();
            assertThat(ended.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(queue.offer(Waiting.note(one))).isFalse();
    }

    @Test
    void theEndReturnsWhatStillWaits() {
        DecisionQueue queue = new DecisionQueue(10);
        List<Queued<?>> waiting = offer(queue, one, 2);

        assertThat(queue.close()).isEqualTo(waiting);
        assertThat(queue.length()).isZero();
    }

    private static List<Queued<?>> offer(DecisionQueue queue, TenantId tenant, int count) {
        List<Queued<?>> offered = IntStream.range(0, count)
                .<Queued<?>>mapToObj(_ -> Waiting.note(tenant))
                .toList();
        offered.forEach(decision -> assertThat(queue.offer(decision)).isTrue());
        return offered;
    }
}
